package io.herd.cluster.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;

/**
 * An X.509 certificate before it is signed, of which Java can read many and make none. The fields
 * are those of RFC 5280, 4.1.
 */
record UnsignedCertificate(
        BigInteger serial,
        X500Principal issuer,
        X500Principal subject,
        Instant from,
        Instant until,
        PublicKey key,
        List<CertificateExtension> extensions) {

    /** The last second that can be written: a certificate until then is valid for ever. */
    static final Instant FOR_EVER = Instant.parse("9999-12-31T23:59:59Z");

    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;
    // RFC 5280, 4.1.2.5.
    private static final Instant GENERALIZED = Instant.parse("2050-01-01T00:00:00Z");

    /** How it is signed. */
    enum Signing {
        /** 1.3.101.112, RFC 8410. */
        ED25519("Ed25519", "2b6570"),
        /** 1.2.840.10045.4.3.2, RFC 5758. */
        ECDSA("SHA256withECDSA", "2a8648ce3d040302");

        private final String algorithm;
        private final String oid;

        Signing(String algorithm, String oid) {
            this.algorithm = algorithm;
            this.oid = oid;
        }
    }

    UnsignedCertificate {
        extensions = List.copyOf(extensions);
    }

    X509Certificate signed(Signing how, PrivateKey by) throws GeneralSecurityException {
        var algorithm = Der.of(Der.SEQUENCE, Der.of(Der.OID, HexFormat.of().parseHex(how.oid)));
        var signed = toBeSigned(algorithm);
        var signature = Signature.getInstance(how.algorithm);
        signature.initSign(by);
        signature.update(signed);
        var certificate = Der.of(Der.SEQUENCE, signed, algorithm, Der.bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate));
    }

    private byte[] toBeSigned(byte[] algorithm) {
        var version3 = Der.of(VERSION, Der.of(Der.INTEGER, new byte[] {2}));
        return Der.of(
                Der.SEQUENCE,
                version3,
                Der.of(Der.INTEGER, serial.toByteArray()),
                algorithm,
                issuer.getEncoded(),
                Der.of(Der.SEQUENCE, time(from), time(until)),
                subject.getEncoded(),
                key.getEncoded(),
                extensionsEncoded());
    }

    private byte[] extensionsEncoded() {
        if (extensions.isEmpty()) {
            return new byte[0];
        }
        var encoded = extensions.stream().map(CertificateExtension::encoded).toArray(byte[][]::new);
        return Der.of(EXTENSIONS, Der.of(Der.SEQUENCE, encoded));
    }

    private static byte[] time(Instant moment) {
        boolean late = !moment.isBefore(GENERALIZED);
        var text =
                DateTimeFormatter.ofPattern(
                                late ? "yyyyMMddHHmmss'Z'" : "yyMMddHHmmss'Z'", Locale.ROOT)
                        .withZone(ZoneOffset.UTC)
                        .format(moment);
        return Der.of(late ? Der.GENERALIZED_TIME : Der.UTC_TIME, text.getBytes(US_ASCII));
    }
}
