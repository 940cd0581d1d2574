package io.herd.stream;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Streaming;
import io.herd.model.Deadline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serves streams without a daemon: an attach says again what it hears, the log of a container goes
 * on for ever, and nothing else is there.
 */
public final class Echo implements StreamHandler {

    /** Bytes of each piece of the log. */
    public static final int PIECE = 32 * 1024;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong serving = new AtomicLong();

    public static Streaming cat() {
        return new Streaming.Attach("cat", true);
    }

    public static Streaming endless() {
        return new Streaming.Logs(
                "yes", true, Optional.empty(), Optional.empty(), Optional.empty(), false, false);
    }

    public static Streaming nothing() {
        return new Streaming.Events(Optional.empty(), Optional.empty(), Map.of());
    }

    /** Pieces of endless logs. */
    public long sent() {
        return sent.get();
    }

    /** How many streams are open. */
    public long serving() {
        return serving.get();
    }

    @Override
    public void serve(Streaming what, Deadline begin, Session session) {
        serving.incrementAndGet();
        try {
            switch (what.asked()) {
                case Streaming.Attach _ -> echo(session);
                case Streaming.Logs _ -> talk(session);
                default ->
                        session.send(
                                new Frame.Failed(
                                        new Outcome.Failed(
                                                new Failure(Kind.NOT_FOUND, "nothing here"))));
            }
        } catch (IOException e) {
            // The listener has left.
        } finally {
            serving.decrementAndGet();
        }
    }

    private static void echo(Session session) throws IOException {
        session.send(new Frame.Begun());
        var frame = session.receive();
        while (frame instanceof Frame.In(var bytes)) {
            session.send(new Frame.Out(bytes));
            frame = session.receive();
        }
        session.send(new Frame.Exited(7));
        session.receive();
    }

    private void talk(Session session) throws IOException {
        session.send(new Frame.Begun());
        while (true) {
            session.send(new Frame.Out(ByteBuffer.allocate(PIECE)));
            sent.incrementAndGet();
        }
    }
}
