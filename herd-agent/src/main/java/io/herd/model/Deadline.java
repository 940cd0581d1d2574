package io.herd.model;

import java.time.Duration;

/**
 * The moment by which something must have ended, on this process's own monotonic clock.
 *
 * @param nanos as {@link System#nanoTime()} counts
 */
public record Deadline(long nanos) {

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, zero once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    public boolean passed() {
        return nanos - System.nanoTime() <= 0;
    }

    /** The earlier of this and {@code time} from now. */
    public Deadline within(Duration time) {
        var other = in(time);
        return other.nanos - nanos < 0 ? other : this;
    }
}
