package io.herd.engine;

import io.herd.model.DaemonEvent;
import java.util.Optional;

/** What a daemon tells of what happens at it, in its order. One thread takes, any may close. */
public interface Events extends AutoCloseable {

    /**
     * Waits for the next event.
     *
     * @return empty once these are closed, or have come to the moment until which they were asked
     *     for
     * @throws EngineException when the daemon is lost; not when it hangs, which looks like a daemon
     *     at which nothing happens
     */
    Optional<DaemonEvent> next() throws EngineException;

    /** Whoever waits for the next event is told that there is none. */
    @Override
    void close();
}
