package io.herd.cluster;

import java.time.Duration;

/**
 * How soon an agent counts as lost that gives no sign of life. That it was killed is seen sooner,
 * by its connections.
 *
 * @param silence how long the others wait for a sign of life before they ask it for one; 2 s to 5
 *     min, or {@link IllegalArgumentException}
 */
public record Detection(Duration silence) {

    // First: the others are checked with them.
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** For agents that are close to each other and have processors to spare. */
    public static final Detection FAST = new Detection(Duration.ofSeconds(3));

    public static final Detection NORMAL = new Detection(Duration.ofSeconds(6));

    /** For agents far from each other, or on busy hosts. */
    public static final Detection WIDE = new Detection(Duration.ofSeconds(20));

    public Detection {
        if (silence.compareTo(SHORTEST) < 0 || silence.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("%s is not 2 s to 5 min".formatted(silence));
        }
    }
}
