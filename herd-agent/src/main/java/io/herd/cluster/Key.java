package io.herd.cluster;

import java.util.List;

/**
 * What makes a process a member of the herd; whoever has it controls every daemon.
 *
 * @param secrets texts of at least 32 characters: the first is shown to others, and any of them is
 *     accepted from others, so that a herd can change from one to the next without a pause
 */
public record Key(List<String> secrets) {

    private static final int SHORTEST = 32;

    /**
     * @throws IllegalArgumentException when one is too short to be a key, or there is none
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

    /** The one that is shown to others. */
    public String secret() {
        return secrets.getFirst();
    }

    /** Never the secrets: a record's own text would put them into logs. */
    @Override
    public String toString() {
        return "Key[…]";
    }
}
