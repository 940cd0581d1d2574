package io.herd.cluster.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

/** An extension of an X.509 certificate, RFC 5280, 4.2. */
final class CertificateExtension {

    // 1.3.6.1.5.5.7.3.1 and .2
    private static final byte[] SERVER = {0x2b, 6, 1, 5, 5, 7, 3, 1};
    private static final byte[] CLIENT = {0x2b, 6, 1, 5, 5, 7, 3, 2};

    private static final int KEY_ID_LENGTH = 20;
    private static final int KEY_ID = 0x80;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;

    private static final byte[] TRUE = {(byte) 0xff};
    // Bits from the left, and how many are unused: sign certificates and lists of revoked ones.
    private static final byte[] SIGNS_CERTIFICATES = {1, 0x06};
    private static final byte[] SIGNS = {7, (byte) 0x80};

    private final int id;
    private final boolean critical;
    private final byte[] value;

    /**
     * @param id the last number of its identifier, behind 2.5.29
     * @param critical whether who does not know it must refuse the certificate
     */
    private CertificateExtension(int id, boolean critical, byte[] value) {
        this.id = id;
        this.critical = critical;
        this.value = value;
    }

    /** It is an authority's, and signs certificates. */
    static Stream<CertificateExtension> authority() {
        return Stream.of(
                new CertificateExtension(19, true, Der.of(Der.SEQUENCE, Der.of(Der.BOOLEAN, TRUE))),
                new CertificateExtension(15, true, Der.of(Der.BIT_STRING, SIGNS_CERTIFICATES)));
    }

    /** It is for TLS alone. */
    static Stream<CertificateExtension> tls(boolean server) {
        return Stream.of(
                new CertificateExtension(15, true, Der.of(Der.BIT_STRING, SIGNS)),
                new CertificateExtension(
                        37,
                        false,
                        Der.of(Der.SEQUENCE, Der.of(Der.OID, server ? SERVER : CLIENT))));
    }

    /** By what those that it signs name it. */
    static CertificateExtension ownKey(PublicKey key) throws GeneralSecurityException {
        return new CertificateExtension(14, false, Der.of(Der.OCTET_STRING, keyId(key)));
    }

    static CertificateExtension authoritysKey(PublicKey key) throws GeneralSecurityException {
        return new CertificateExtension(
                35, false, Der.of(Der.SEQUENCE, Der.of(KEY_ID, keyId(key))));
    }

    private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return Arrays.copyOf(digest, KEY_ID_LENGTH);
    }

    /** The names under which a server is reached. */
    static CertificateExtension names(Collection<String> hosts, Collection<InetAddress> addresses) {
        var all =
                Stream.concat(
                                hosts.stream().map(it -> Der.of(DNS_NAME, it.getBytes(US_ASCII))),
                                addresses.stream().map(it -> Der.of(IP_ADDRESS, it.getAddress())))
                        .toArray(byte[][]::new);
        return new CertificateExtension(17, false, Der.of(Der.SEQUENCE, all));
    }

    byte[] encoded() {
        var oid = Der.of(Der.OID, new byte[] {0x55, 0x1d, (byte) id});
        var content = Der.of(Der.OCTET_STRING, value);
        return critical
                ? Der.of(Der.SEQUENCE, oid, Der.of(Der.BOOLEAN, TRUE), content)
                : Der.of(Der.SEQUENCE, oid, content);
    }
}
