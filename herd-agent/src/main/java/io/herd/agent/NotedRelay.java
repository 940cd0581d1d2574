package io.herd.agent;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/**
 * A request that is handed to a daemon, of whose answer is noted what became of it.
 *
 * @param note is given the answer's status
 */
record NotedRelay(DaemonStream relay, IntConsumer note) implements DaemonStream {

    @Override
    public Frame next() throws EngineException {
        var frame = relay.next();
        if (frame instanceof Frame.Head(var head)) {
            note.accept(head.status());
        }
        return frame;
    }

    @Override
    public void write(ByteBuffer input) throws EngineException {
        relay.write(input);
    }

    @Override
    public void endInput() throws EngineException {
        relay.endInput();
    }

    @Override
    public void resize(Window window) throws EngineException {
        relay.resize(window);
    }

    @Override
    public void abandon() {
        relay.abandon();
    }

    @Override
    public void close() {
        relay.close();
    }
}
