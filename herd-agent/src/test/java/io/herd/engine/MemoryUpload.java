package io.herd.engine;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;

/** Takes something to its end, and keeps it then. */
final class MemoryUpload implements DaemonStream {

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final MemoryDaemonStream answer = new MemoryDaemonStream();
    private final BiConsumer<byte[], MemoryDaemonStream> keeper;

    /**
     * @param keeper takes what has come, and where to answer
     */
    MemoryUpload(BiConsumer<byte[], MemoryDaemonStream> keeper) {
        this.keeper = keeper;
    }

    @Override
    public Frame next() throws EngineException {
        return answer.next();
    }

    @Override
    public void write(ByteBuffer input) {
        taken.write(input.array(), input.arrayOffset() + input.position(), input.remaining());
    }

    @Override
    public void endInput() {
        keeper.accept(taken.toByteArray(), answer);
        answer.close();
    }

    @Override
    public void resize(Window window) throws EngineException {
        answer.resize(window);
    }

    @Override
    public void abandon() {
        answer.close();
    }

    @Override
    public void close() {
        answer.close();
    }
}
