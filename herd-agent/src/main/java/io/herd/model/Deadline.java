package io.herd.model;

import java.time.Duration;

/**
 * A deadline on this process's monotonic clock.
 *
 * @param nanos value of {@link System#nanoTime()} at the deadline
 */
public record Deadline(long nanos) {

    /** The longest time until a deadline: a hundred years; a long holds the nanoseconds of 292. */
    public static final Duration LONGEST = Duration.ofDays(36_500);

    // Time for an answer to travel back to the asker before it stops waiting.
    private static final Duration WAY_BACK = Duration.ofMillis(300);

    /**
     * The deadline after this time; now if the time is negative, and at most {@link #LONGEST} from
     * now.
     */
    public static Deadline in(Duration time) {
        var some = time.isNegative() ? Duration.ZERO : time;
        var bounded = some.compareTo(LONGEST) < 0 ? some : LONGEST;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    /** The time left; zero once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    public boolean passed() {
        return nanos - System.nanoTime() <= 0;
    }

    /** The earlier deadline by which an answer must be sent to arrive by this one. */
    public Deadline heard() {
        var left = remaining();
        var wayBack = left.dividedBy(5).compareTo(WAY_BACK) < 0 ? left.dividedBy(5) : WAY_BACK;
        return in(left.minus(wayBack));
    }

    /** The earlier of this deadline and {@code time} from now. */
    public Deadline within(Duration time) {
        var other = in(time);
        return other.nanos - nanos < 0 ? other : this;
    }
}
