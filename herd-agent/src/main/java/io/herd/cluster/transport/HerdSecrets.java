package io.herd.cluster.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cluster.Key;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.util.List;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Derives all secrets of a herd from its key and its name, by HKDF-SHA256. */
public final class HerdSecrets {

    // Bytes; both an Ed25519 seed and a key of HMAC-SHA256 have that many.
    private static final int LENGTH = 32;

    private HerdSecrets() {}

    /** The seed of the Ed25519 key pair by which members recognise each other in TLS. */
    static byte[] identitySeed(String secret, String herd) {
        return derive(secret, herd, "tls identity");
    }

    /**
     * The MACs that authenticate discovery datagrams. Without a key they keep out only other herds,
     * which is enough on loopback.
     *
     * @return the first is for sending; a received datagram may match any
     */
    public static List<Mac> discoveryMacs(Optional<Key> key, String herd) {
        return key.map(Key::secrets).orElse(List.of("no key")).stream()
                .map(secret -> mac(derive(secret, herd, "discovery 2")))
                .toList();
    }

    private static Mac mac(byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static byte[] derive(String secret, String herd, String purpose) {
        return derive(secret, herd, purpose, LENGTH);
    }

    static byte[] derive(String secret, String herd, String purpose, int length) {
        var spec =
                HKDFParameterSpec.ofExtract()
                        .addIKM(secret.getBytes(UTF_8))
                        .addSalt(("io.herd/1 " + herd).getBytes(UTF_8))
                        .thenExpand(("io.herd/1 " + purpose).getBytes(UTF_8), length);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(spec);
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalArgumentException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has HKDF", e);
        }
    }
}
