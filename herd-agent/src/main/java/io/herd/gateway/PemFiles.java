package io.herd.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.herd.model.IoReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An operator's own certificate for HTTPS, in files as certbot(1) and openssl(1) write them.
 *
 * @param certificate the gateway's, and behind it those that lead to an authority that clients know
 * @param key its private key, PKCS #8
 */
public record PemFiles(Path certificate, Path key) {

    private static final Pattern PKCS8 =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519", "RSASSA-PSS");
    private static final char[] PASSWORD = {};

    /**
     * @throws GatewayException naming the file that cannot be used
     */
    public SSLContext context() throws GatewayException {
        var chain = chain();
        var secret = secret();
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            store.setKeyEntry("gateway", secret, PASSWORD, chain);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new GatewayException(
                    "cannot use the certificate in %s with the key in %s: %s"
                            .formatted(certificate, key, e.getMessage()),
                    e);
        }
    }

    private Certificate[] chain() throws GatewayException {
        try {
            var read =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new ByteArrayInputStream(Files.readAllBytes(certificate)));
            if (read.isEmpty()) {
                throw new GatewayException("there is no certificate in " + certificate);
            }
            return read.toArray(Certificate[]::new);
        } catch (IOException e) {
            throw new GatewayException(
                    "cannot read the certificate %s: %s".formatted(certificate, IoReason.of(e)), e);
        } catch (GeneralSecurityException e) {
            throw new GatewayException(
                    "%s is no certificate in PEM: %s".formatted(certificate, e.getMessage()), e);
        }
    }

    private PrivateKey secret() throws GatewayException {
        byte[] encoded;
        try {
            var pem = PKCS8.matcher(Files.readString(key, US_ASCII));
            if (!pem.find()) {
                throw notPkcs8();
            }
            encoded = Base64.getMimeDecoder().decode(pem.group(1));
        } catch (IOException e) {
            throw new GatewayException(
                    "cannot read the certificate's key %s: %s".formatted(key, IoReason.of(e)), e);
        }
        for (var algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException _) {
                // It is another one's.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Java has " + algorithm, e);
            }
        }
        throw notPkcs8();
    }

    private GatewayException notPkcs8() {
        return new GatewayException(
                "%s is no private key in PKCS #8 without a password: make one with 'openssl pkcs8 -topk8 -nocrypt -in %s'"
                        .formatted(key, key));
    }
}
