package io.herd.cluster.transport;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * Makes the self-signed X.509 certificate that TLS needs around an Ed25519 key. Members check only
 * the key in it.
 */
final class SelfSignedCertificate {

    // From then on for ever, so that a wrong clock locks nobody out.
    static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private SelfSignedCertificate() {}

    static X509Certificate of(KeyPair keys) throws GeneralSecurityException {
        var name = new X500Principal("CN=herd");
        return new UnsignedCertificate(
                        BigInteger.ONE,
                        name,
                        name,
                        LONG_AGO,
                        UnsignedCertificate.FOR_EVER,
                        keys.getPublic(),
                        List.of())
                .signed(UnsignedCertificate.Signing.ED25519, keys.getPrivate());
    }
}
