package io.herd.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A user's token, as it is kept. What the user shows is {@code herd_ID_SECRET}, and cannot be found
 * out from this: the secret is 32 random bytes, so that a plain hash is enough.
 *
 * @param id eight hexadecimal digits
 * @param hash SHA-256 of the whole token, in hexadecimal digits
 */
public record BearerToken(String id, String hash, Instant created, Optional<Instant> expires) {

    private static final Pattern SHOWN = Pattern.compile("herd_([0-9a-f]{8})_[A-Za-z0-9_-]{43}");
    private static final int ID_BYTES = 4;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A token that has just been made.
     *
     * @param text what the user shows; nobody can tell it later
     */
    public record Fresh(BearerToken token, String text) {}

    public static Fresh make(Instant now, Optional<Instant> expires) {
        var id = HexFormat.of().formatHex(random(ID_BYTES));
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
        var text = "herd_" + id + "_" + secret;
        return new Fresh(new BearerToken(id, hash(text), now, expires), text);
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** The id in what a user shows; empty if that is no token. */
    static Optional<String> id(String shown) {
        var parts = SHOWN.matcher(shown);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    /** Whether this is the token that a user shows; takes as long if it is not. */
    boolean is(String shown) {
        return MessageDigest.isEqual(hash.getBytes(UTF_8), hash(shown).getBytes(UTF_8));
    }

    public boolean expired(Instant now) {
        return expires.isPresent() && !now.isBefore(expires.get());
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has SHA-256", e);
        }
    }
}
