package io.herd.cluster.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * Makes the self-signed X.509 certificate that TLS needs around an Ed25519 key. Members check only
 * the key in it. DER: a tag, a length, the content (X.690); the fields are those of RFC 5280, 4.1.
 */
final class SelfSignedCertificate {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OID = 0x06;
    private static final int UTF8_STRING = 0x0c;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int VERSION = 0xa0;

    // 1.3.101.112 and 2.5.4.3
    private static final byte[] ED25519 = {0x2b, 0x65, 0x70};
    private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};

    private SelfSignedCertificate() {}

    static X509Certificate of(KeyPair keys) throws GeneralSecurityException {
        var signed = toBeSigned(keys.getPublic().getEncoded());
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(signed);
        var certificate = der(SEQUENCE, signed, algorithm(), bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate));
    }

    private static byte[] toBeSigned(byte[] publicKey) {
        // Valid for ever (RFC 5280, 4.1.2.5), so that a wrong clock locks nobody out.
        var validity =
                der(
                        SEQUENCE,
                        der(GENERALIZED_TIME, "20000101000000Z".getBytes(US_ASCII)),
                        der(GENERALIZED_TIME, "99991231235959Z".getBytes(US_ASCII)));
        byte[] version3 = der(VERSION, der(INTEGER, new byte[] {2}));
        byte[] serial = der(INTEGER, new byte[] {1});
        return der(SEQUENCE, version3, serial, algorithm(), name(), validity, name(), publicKey);
    }

    private static byte[] algorithm() {
        return der(SEQUENCE, der(OID, ED25519));
    }

    private static byte[] name() {
        var herd = der(SEQUENCE, der(OID, COMMON_NAME), der(UTF8_STRING, "herd".getBytes(UTF_8)));
        return der(SEQUENCE, der(SET, herd));
    }

    private static byte[] bits(byte[] content) {
        // The first byte is the number of unused bits in the last one.
        return der(BIT_STRING, new byte[] {0}, content);
    }

    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(tag);
        writeLength(out, content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        // Below 128 the byte itself; else 0x80 plus the number of bytes that follow.
        if (length >= 0x100) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length);
    }
}
