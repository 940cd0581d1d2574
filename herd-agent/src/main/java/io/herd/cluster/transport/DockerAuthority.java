package io.herd.cluster.transport;

import io.herd.cluster.Key;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;

/**
 * The authority for those who come to the Docker API by TLS, derived from the herd's key: every
 * agent has the same, and whoever has the key can make certificates. On the curve P-256, since not
 * every client of Docker knows a newer one.
 */
public final class DockerAuthority {

    private static final String PURPOSE = "docker authority";
    // 8 bytes more than the curve's order has.
    private static final int SECRET = 40;
    private static final int SERIAL_BITS = 120;

    /** How far a client's clock may be behind. */
    private static final Duration LEEWAY = Duration.ofDays(1);

    private final KeyPair keys;
    private final X500Principal name;
    private final X509Certificate certificate;

    private DockerAuthority(String secret, String herd) throws GeneralSecurityException {
        keys = DerivedKeys.of(HerdSecrets.derive(secret, herd, PURPOSE, SECRET));
        name = new X500Principal("CN=herd");
        var extensions =
                Stream.concat(
                        CertificateExtension.authority(),
                        Stream.of(CertificateExtension.ownKey(keys.getPublic())));
        certificate =
                new UnsignedCertificate(
                                BigInteger.ONE,
                                name,
                                name,
                                SelfSignedCertificate.LONG_AGO,
                                UnsignedCertificate.FOR_EVER,
                                keys.getPublic(),
                                extensions.toList())
                        .signed(UnsignedCertificate.Signing.ECDSA, keys.getPrivate());
    }

    /** A certificate and its key. */
    public record Issued(X509Certificate certificate, PrivateKey key) {}

    /** That of the secret which the herd shows. */
    public static DockerAuthority of(Key key, String herd) {
        return of(key.secret(), herd);
    }

    private static DockerAuthority of(String secret, String herd) {
        try {
            return new DockerAuthority(secret, herd);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Makes a certificate with which a client shows who he is. */
    public Issued client(DockerClientName client, Instant until) {
        try {
            var from = Instant.now().minus(LEEWAY);
            return issue(client.principal(), from, until, CertificateExtension.tls(false));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /**
     * For an agent that serves those who have a certificate of the herd's, of whichever of its
     * secrets.
     *
     * @param hosts names of the agent's host
     * @throws IOException when the host does not tell its addresses
     */
    public static SSLContext server(Key key, String herd, Collection<String> hosts)
            throws IOException {
        try {
            var authorities = key.secrets().stream().map(it -> of(it, herd)).toList();
            var addresses = addresses();
            var names = new TreeSet<>(hosts);
            names.add("localhost");
            var issued =
                    authorities
                            .getFirst()
                            .issue(
                                    new X500Principal("CN=herd agent"),
                                    SelfSignedCertificate.LONG_AGO,
                                    UnsignedCertificate.FOR_EVER,
                                    Stream.concat(
                                            CertificateExtension.tls(true),
                                            Stream.of(
                                                    CertificateExtension.names(names, addresses))));
            var context = SSLContext.getInstance("TLS");
            context.init(
                    new KeyManager[] {new HerdKeyManager(issued.certificate(), issued.key())},
                    trusting(authorities).getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static Set<InetAddress> addresses() throws IOException {
        var addresses = new LinkedHashSet<InetAddress>();
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            network.inetAddresses().forEach(addresses::add);
        }
        return addresses;
    }

    private static TrustManagerFactory trusting(List<DockerAuthority> authorities)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (var authority : authorities) {
            store.setCertificateEntry("authority" + store.size(), authority.certificate);
        }
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return factory;
    }

    private Issued issue(
            X500Principal subject,
            Instant from,
            Instant until,
            Stream<CertificateExtension> extensions)
            throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(DerivedKeys.CURVE));
        var pair = generator.generateKeyPair();
        var all = new ArrayList<>(extensions.toList());
        all.add(CertificateExtension.authoritysKey(keys.getPublic()));
        var issued =
                new UnsignedCertificate(
                                new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS),
                                name,
                                subject,
                                from,
                                until,
                                pair.getPublic(),
                                all)
                        .signed(UnsignedCertificate.Signing.ECDSA, keys.getPrivate());
        return new Issued(issued, pair.getPrivate());
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("Java 25 has P-256 and TLS 1.3", e);
    }
}
