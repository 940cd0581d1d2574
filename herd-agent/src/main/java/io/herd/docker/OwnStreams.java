package io.herd.docker;

import io.herd.action.Streaming;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.model.Deadline;

/** Opens streams of this agent's own daemon, without the way over a connection. */
@FunctionalInterface
public interface OwnStreams {

    /**
     * @param begin for its beginning
     * @throws EngineException when the daemon does not begin it, or whoever asks may not
     */
    DaemonStream open(Streaming what, Deadline begin) throws EngineException;
}
