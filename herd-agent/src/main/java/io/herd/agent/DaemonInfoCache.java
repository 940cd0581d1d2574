package io.herd.agent;

import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.model.DaemonState;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cache of the daemon's description of itself and its counts of containers and images. While the
 * daemon's events are followed, no change has come since it was asked, and that is less than a
 * minute ago, it is only pinged. Thread-safe.
 */
final class DaemonInfoCache {

    // An event may come before the daemon's counts change: old engines report that a container has
    // ended, then clean up, then count. And all engines begin to send events a little later than
    // they say they do.
    private static final Duration SETTLED = Duration.ofSeconds(1);
    // No event reports an image that a build leaves without a name.
    private static final long AGED = Duration.ofMinutes(1).toNanos();

    /**
     * A description of the daemon.
     *
     * @param begun when the daemon was asked, in {@link System#nanoTime()}
     */
    private record Said(DaemonState.Up up, long begun) {}

    private final Engine engine;
    private final long settled;
    private volatile boolean followed;
    private volatile long lastChange = System.nanoTime();
    private volatile @Nullable Said last;

    DaemonInfoCache(Engine engine) {
        this(engine, SETTLED);
    }

    /**
     * @param settled time after a change by which the daemon has certainly counted it
     */
    DaemonInfoCache(Engine engine, Duration settled) {
        this.engine = engine;
        this.settled = settled.toNanos();
    }

    /**
     * Returns the cached description if it still holds, else asks the daemon.
     *
     * @throws EngineException when the daemon does not answer now, even if the cache holds
     */
    DaemonState.Up describe(Deadline deadline) throws EngineException {
        var known = known();
        if (known.isPresent()) {
            engine.ping(deadline);
            return known.get();
        }
        long begun = System.nanoTime();
        var up = engine.describe(deadline);
        last = new Said(up, begun);
        return up;
    }

    /** The last description, if it still holds. */
    Optional<DaemonState.Up> known() {
        var said = last;
        return said != null
                        && followed
                        && said.begun - lastChange > settled
                        && System.nanoTime() - said.begun < AGED
                ? Optional.of(said.up)
                : Optional.empty();
    }

    /** Invalidates the cache: something was created, has ended or the like, or may have. */
    void changed() {
        lastChange = System.nanoTime();
    }

    /** Trusts the cache from now on: every change is reported. */
    void followed() {
        changed();
        followed = true;
    }

    /** Stops trusting the cache: changes are no longer reported. */
    void unfollowed() {
        followed = false;
    }
}
