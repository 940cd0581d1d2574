package io.herd.engine;

import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A process in memory, such as {@code cat}: it says again what it is told, to its end. */
final class MemoryDaemonStream implements DaemonStream {

    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    /** Says just this. */
    static MemoryDaemonStream of(Frame... frames) {
        var conversation = new MemoryDaemonStream();
        conversation.frames.addAll(List.of(frames));
        return conversation;
    }

    boolean closed() {
        return closed;
    }

    void say(Frame frame) {
        frames.add(frame);
    }

    /** Ends with the process behind it. */
    void exited(int code) {
        frames.add(new Frame.Exited(code));
    }

    @Override
    public Frame next() throws EngineException {
        try {
            return frames.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Kind.INTERNAL, "interrupted", e);
        }
    }

    @Override
    public void write(ByteBuffer input) {
        frames.add(new Frame.Out(input));
    }

    @Override
    public void endInput() {
        exited(0);
    }

    @Override
    public void resize(Window window) throws EngineException {
        throw new EngineException(Kind.INVALID, "it has no terminal");
    }

    // 128 + SIGTERM.
    @Override
    public void abandon() {
        exited(143);
    }

    @Override
    public void close() {
        closed = true;
        frames.add(new Frame.Ended());
    }
}
