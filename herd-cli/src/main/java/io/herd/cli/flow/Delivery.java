package io.herd.cli.flow;

import io.herd.action.Frame;
import io.herd.concurrent.Background;
import io.herd.model.Deadline;
import io.herd.stream.Session;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends content to sessions, the same to each, such as an archive for a container, and reads the
 * other sides' frames meanwhile.
 */
public final class Delivery {

    private static final int PIECE = 32 * 1024;

    /** Writes the content to be sent. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream to) throws IOException;
    }

    /**
     * Where content goes.
     *
     * @param answers takes what the other side says
     */
    public record Receiver(Session session, Sink answers) {}

    private final List<Receiver> receivers;

    public Delivery(List<Receiver> receivers) {
        this.receivers = List.copyOf(receivers);
    }

    /** Delivers to a session whose other side says nothing but how it ended. */
    public Delivery(Session session) {
        this(List.of(new Receiver(session, new Sink() {})));
    }

    /**
     * Sends the content, waits until the other sides say how it ended, and closes the sessions.
     *
     * @return how each ended, in their order
     * @throws IOException the content's own, if it could not be read completely
     */
    public List<Ending> toAll(Content content) throws IOException {
        var trouble = new AtomicReference<@Nullable IOException>();
        var sender =
                Thread.ofPlatform()
                        .daemon()
                        .name("herd-delivery")
                        .start(() -> send(content, trouble));
        var draining =
                receivers.stream()
                        .map(it ->
                                Background.start(
                                        "herd-flow", () -> it.answers().drain(it.session())))
                        .toList();
        var endings =
                draining.stream()
                        .map(it -> it.await(Deadline.in(Deadline.LONGEST)).orElseThrow())
                        .toList();
        var own = trouble.get();
        // It may block in reading standard input. It is not waited for, since not every read can be
        // interrupted.
        sender.interrupt();
        if (own != null) {
            throw own;
        }
        return endings;
    }

    /** The same for a single session. */
    public Ending of(Content content) throws IOException {
        return toAll(content).getFirst();
    }

    private void send(Content content, AtomicReference<@Nullable IOException> trouble) {
        var pieces = new Pieces();
        try (var out = new BufferedOutputStream(pieces, PIECE)) {
            content.writeTo(out);
            out.flush();
            pieces.send(new Frame.EndOfInput());
        } catch (IOException e) {
            if (!pieces.open.isEmpty()) {
                trouble.set(e);
                receivers.forEach(it -> it.session().close());
            }
        }
    }

    private final class Pieces extends OutputStream {

        /** The sessions whose other side takes more; one that does not says itself why. */
        private final List<Session> open =
                new ArrayList<>(receivers.stream().map(Receiver::session).toList());

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            send(new Frame.In(ByteBuffer.wrap(bytes, offset, length)));
        }

        void send(Frame frame) throws IOException {
            var refused = new IOException("nobody takes more");
            open.removeIf(session -> {
                try {
                    session.send(frame);
                    return false;
                } catch (IOException e) {
                    refused.addSuppressed(e);
                    return true;
                }
            });
            if (open.isEmpty()) {
                throw refused;
            }
        }
    }
}
