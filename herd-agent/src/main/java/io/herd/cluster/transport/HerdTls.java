package io.herd.cluster.transport;

import io.herd.cluster.Key;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Sets up TLS 1.3 between members: each presents the key pair derived from the herd's secret, and
 * accepts that one and, while the herd changes its key, those derived from its other secrets.
 */
public final class HerdTls {

    private final SSLContext context;

    private HerdTls(KeyManager key, TrustManager peers) throws GeneralSecurityException {
        context = context(key, peers);
    }

    private static SSLContext context(KeyManager key, TrustManager... peers)
            throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(new KeyManager[] {key}, peers, null);
        return context;
    }

    public static HerdTls of(Key key, String herd) {
        try {
            var own = own(key, herd);
            var accepted = new ArrayList<>(List.of(own.getPublic()));
            for (var other : key.secrets().subList(1, key.secrets().size())) {
                accepted.add(keyPair(HerdSecrets.identitySeed(other, herd)).getPublic());
            }
            return new HerdTls(manager(own), new HerdTrustManager(accepted));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** For a server that shows strangers the herd's certificate, and does not ask for theirs. */
    public static SSLContext server(Key key, String herd) {
        try {
            return context(manager(own(key, herd)));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** What the public key of the herd's certificate is recognised by: RFC 7469, 2.4. */
    public static String pin(Key key, String herd) {
        try {
            var encoded = own(key, herd).getPublic().getEncoded();
            var digest = MessageDigest.getInstance("SHA-256").digest(encoded);
            return "sha256//" + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static KeyManager manager(KeyPair own) throws GeneralSecurityException {
        return new HerdKeyManager(SelfSignedCertificate.of(own), own.getPrivate());
    }

    private static KeyPair own(Key key, String herd) throws GeneralSecurityException {
        return keyPair(HerdSecrets.identitySeed(key.secret(), herd));
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("Java 25 has Ed25519 and TLS 1.3", e);
    }

    /** Layers TLS over a connected socket, without doing the handshake yet. */
    SSLSocket over(Socket socket, boolean asClient) throws IOException {
        var host = socket.getInetAddress().getHostAddress();
        var factory = context.getSocketFactory();
        var tls = (SSLSocket) factory.createSocket(socket, host, socket.getPort(), true);
        var parameters = tls.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setNeedClientAuth(true);
        // Offering only one group saves a short command generating keys for the others: 90 ms.
        parameters.setNamedGroups(new String[] {"x25519"});
        tls.setSSLParameters(parameters);
        tls.setUseClientMode(asClient);
        return tls;
    }

    static KeyPair keyPair(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        // Java's only way from a seed to the public key: a generator whose random source gives the
        // seed.
        generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
        return generator.generateKeyPair();
    }

    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("an Ed25519 key is made of " + seed.length);
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
