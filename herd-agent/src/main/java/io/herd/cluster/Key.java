package io.herd.cluster;

import java.util.List;

/**
 * The herd's key: whoever has it is a member and controls every daemon.
 *
 * @param secrets texts of at least 32 characters: the first is presented to others, and any of them
 *     is accepted from others, so that a herd can change its key without a pause
 */
public record Key(List<String> secrets) {

    private static final int SHORTEST = 32;

    /**
     * @throws IllegalArgumentException when a secret is too short, or there is none
     */
    public Key {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty() || secrets.stream().anyMatch(it -> it.length() < SHORTEST)) {
            throw new IllegalArgumentException(
                    "the key is shorter than %d characters: make one with 'herd key new FILE'"
                            .formatted(SHORTEST));
        }
    }

    public Key(String secret) {
        this(List.of(secret));
    }

    /** The secret that is presented to others. */
    public String secret() {
        return secrets.getFirst();
    }

    /** Hides the secrets: the text that a record has by default would put them into logs. */
    @Override
    public String toString() {
        return "Key[…]";
    }
}
