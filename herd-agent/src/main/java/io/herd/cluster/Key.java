package io.herd.cluster;

/**
 * The secret that makes a process a member of the herd; whoever has it controls every daemon.
 *
 * @param secret the text of the key file, trimmed, at least 32 characters
 */
public record Key(String secret) {

    private static final int SHORTEST = 32;

    /**
     * @throws IllegalArgumentException when it is too short to be a key
     */
    public Key {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "the key is shorter than %d characters: make one with 'herd key new FILE'"
                            .formatted(SHORTEST));
        }
    }

    /** Never the secret: a record's own text would put it into logs. */
    @Override
    public String toString() {
        return "Key[…]";
    }
}
