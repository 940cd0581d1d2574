package io.herd.engine;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import java.nio.ByteBuffer;

/**
 * An open stream to or from a Docker daemon: logs, events, a process's input and output, a file
 * transfer. One thread reads it, another may write meanwhile, and any may close it, which ends all
 * waiting calls.
 */
public interface DaemonStream extends AutoCloseable {

    /**
     * Waits for the next frame; the last is {@link Frame.Exited} or {@link Frame.Ended}.
     *
     * @throws EngineException when the daemon is lost
     */
    Frame next() throws EngineException;

    /** Sends input; blocks while the daemon does not take it. */
    void write(ByteBuffer input) throws EngineException;

    void endInput() throws EngineException;

    void resize(Window window) throws EngineException;

    /**
     * Tells that nobody listens any more: ends what was started for the listener alone, such as an
     * exec process.
     */
    void abandon();

    /** Closes the connections to the daemon. */
    @Override
    void close();
}
