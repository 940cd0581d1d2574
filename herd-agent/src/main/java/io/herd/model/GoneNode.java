package io.herd.model;

import java.time.Duration;
import java.util.Optional;

/**
 * A node whose agent was lost, and did not leave in order.
 *
 * @param address where its agent listened
 * @param ago how long it has been gone; a duration and not a moment, because clocks differ
 * @param containers how many containers it had when it was last asked; empty if nobody knows
 */
public record GoneNode(NodeName name, String address, Duration ago, Optional<Integer> containers) {

    /** What is to be said of it where an answer of it is missing. */
    public String reason() {
        return "gone for %s; if it will not come back: herd node forget %s"
                .formatted(words(ago), name);
    }

    private static String words(Duration time) {
        if (time.toSeconds() < 120) {
            return time.toSeconds() + " s";
        }
        return time.toMinutes() < 120 ? time.toMinutes() + " min" : time.toHours() + " h";
    }
}
