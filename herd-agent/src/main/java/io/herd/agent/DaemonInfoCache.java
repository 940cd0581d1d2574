package io.herd.agent;

import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.model.DaemonState;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the daemon says of itself and how much it has. While its events are followed, and none has
 * come since it said so, it is only asked whether it is there.
 */
final class DaemonInfoCache {

    // An event may come before what it tells of is counted: old engines say that a container has
    // ended, then tidy up behind it, then count. And all begin to tell of events a little later
    // than they say they do.
    private static final Duration SETTLED = Duration.ofSeconds(1);
    // No event tells of an image that a build leaves without a name.
    private static final long AGED = Duration.ofMinutes(1).toNanos();

    /**
     * @param begun when it was asked, as {@link System#nanoTime()} counts
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
     * @param settled how long after a change the daemon counts it for sure
     */
    DaemonInfoCache(Engine engine, Duration settled) {
        this.engine = engine;
        this.settled = settled.toNanos();
    }

    /**
     * @throws EngineException when the daemon does not answer now, whatever it has said before
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

    /** What it said last, if that still holds. */
    Optional<DaemonState.Up> known() {
        var said = last;
        return said != null
                        && followed
                        && said.begun - lastChange > settled
                        && System.nanoTime() - said.begun < AGED
                ? Optional.of(said.up)
                : Optional.empty();
    }

    /** Something was created, has ended or the like; or may have. */
    void changed() {
        lastChange = System.nanoTime();
    }

    /** From now on every change is told. */
    void followed() {
        changed();
        followed = true;
    }

    /** From now on nobody tells. */
    void unfollowed() {
        followed = false;
    }
}
