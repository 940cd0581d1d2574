package io.herd.engine;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import java.nio.ByteBuffer;

/**
 * What a daemon was asked that goes on. One thread reads it, another may write meanwhile, and any
 * may close it, which ends whatever waits.
 */
public interface DaemonStream extends AutoCloseable {

    /**
     * Waits for what comes next; the last is {@link Frame.Exited} or {@link Frame.Ended}.
     *
     * @throws EngineException when the daemon is lost
     */
    Frame next() throws EngineException;

    /** Waits while the daemon takes nothing. */
    void write(ByteBuffer input) throws EngineException;

    void endInput() throws EngineException;

    void resize(Window window) throws EngineException;

    /** Nobody listens any more: ends what was begun for the listener alone. */
    void abandon();

    /** Closes the connections to the daemon. */
    @Override
    void close();
}
