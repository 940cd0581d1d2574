package io.herd.cluster.transport;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a datagram that was just sent from a copy that somebody kept: each sender's times only
 * grow, so each is accepted once, and near the time it was sent at. Safe for several threads.
 */
final class Freshness {

    /** How far the clocks of two hosts may differ. */
    static final Duration WINDOW = Duration.ofMinutes(2);

    // Every command that looks for its herd by multicast is a sender of its own.
    private static final int MOST_SENDERS = 4_096;

    private final InstantSource clock;
    // Milliseconds since 1970, of each sender's last.
    private final Map<Long, Long> last = new HashMap<>();
    // Of senders not known, nothing before this: where room was made, it is not known any more.
    private long floor = Long.MIN_VALUE;

    Freshness(InstantSource clock) {
        this.clock = clock;
    }

    /** What came of looking at one. */
    enum Verdict {
        FRESH,
        /** It was heard before, or something later of the same sender was. */
        REPEATED,
        /**
         * The sender's clock and ours differ by more than {@link #WINDOW}, or it is an old copy.
         */
        OUT_OF_TIME
    }

    /**
     * @param sentAt milliseconds since 1970, by the sender's clock
     */
    synchronized Verdict look(long sender, long sentAt) {
        long now = clock.millis();
        long oldest = now - WINDOW.toMillis();
        if (sentAt < oldest || sentAt > now + WINDOW.toMillis()) {
            return Verdict.OUT_OF_TIME;
        }
        last.values().removeIf(time -> time < oldest);
        if (sentAt <= Optional.ofNullable(last.get(sender)).orElse(floor)) {
            return Verdict.REPEATED;
        }
        last.put(sender, sentAt);
        if (last.size() > MOST_SENDERS) {
            floor = Math.max(floor, Collections.min(last.values()));
            last.values().removeIf(time -> time <= floor);
        }
        return Verdict.FRESH;
    }
}
