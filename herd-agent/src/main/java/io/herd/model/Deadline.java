package io.herd.model;

import java.time.Duration;

/**
 * The moment by which something must have ended, on this process's own monotonic clock.
 *
 * @param nanos as {@link System#nanoTime()} counts
 */
public record Deadline(long nanos) {

    /** A hundred years; 292 are as many nanoseconds as can be counted. */
    public static final Duration LONGEST = Duration.ofDays(36_500);

    // What it takes an answer to reach the asker before it stops waiting.
    private static final Duration WAY_BACK = Duration.ofMillis(300);

    /** At once if the time is negative, and never later than the {@link #LONGEST} from now. */
    public static Deadline in(Duration time) {
        var some = time.isNegative() ? Duration.ZERO : time;
        var bounded = some.compareTo(LONGEST) < 0 ? some : LONGEST;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    /** What is left, zero once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    public boolean passed() {
        return nanos - System.nanoTime() <= 0;
    }

    /** By when there must be an answer that is to be heard by this deadline. */
    public Deadline heard() {
        var left = remaining();
        var wayBack = left.dividedBy(5).compareTo(WAY_BACK) < 0 ? left.dividedBy(5) : WAY_BACK;
        return in(left.minus(wayBack));
    }

    /** The earlier of this and {@code time} from now. */
    public Deadline within(Duration time) {
        var other = in(time);
        return other.nanos - nanos < 0 ? other : this;
    }
}
