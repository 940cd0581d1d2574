package io.herd.engine;

import io.herd.model.DaemonEvent;
import java.util.Optional;

/** The events of a Docker daemon, in their order. One thread reads them, any may close them. */
public interface Events extends AutoCloseable {

    /**
     * Waits for the next event.
     *
     * @return empty once they are closed, or have reached the moment until which they were asked
     *     for
     * @throws EngineException when the daemon is lost; not when it hangs, which looks like an idle
     *     daemon
     */
    Optional<DaemonEvent> next() throws EngineException;

    /** Ends the stream; a waiting {@link #next} returns empty. */
    @Override
    void close();
}
