package io.herd.cluster.transport;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Replay protection for datagrams: accepts each only once, and only near the time it was sent at.
 * The timestamps of one sender only grow. Thread-safe.
 */
final class Freshness {

    /** Maximum difference between the clocks of two hosts. */
    static final Duration WINDOW = Duration.ofMinutes(2);

    // Each command that looks for its herd by multicast is a new sender.
    private static final int MOST_SENDERS = 4_096;

    private final InstantSource clock;
    // Timestamp of each sender's last datagram, in milliseconds since 1970.
    private final Map<Long, Long> last = new HashMap<>();
    // Unknown senders must be later than this: when senders are forgotten to make room, their last
    // timestamps are no longer known.
    private long floor = Long.MIN_VALUE;

    Freshness(InstantSource clock) {
        this.clock = clock;
    }

    /** The verdict on a datagram. */
    enum Verdict {
        FRESH,
        /** This datagram, or a later one of the same sender, was received before. */
        REPEATED,
        /**
         * Its timestamp differs from our clock by more than {@link #WINDOW}: a clock is wrong, or
         * it is an old copy.
         */
        OUT_OF_TIME
    }

    /**
     * Judges a datagram, and remembers it if it is fresh.
     *
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
