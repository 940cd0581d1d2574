package io.herd.cli.flow;

import io.herd.action.Frame;
import io.herd.stream.Session;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends content to a session, such as an archive for a container, and reads the other side's frames
 * meanwhile.
 */
public record Delivery(Session session) implements Sink {

    private static final int PIECE = 32 * 1024;

    /** Writes the content to be sent. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream to) throws IOException;
    }

    /**
     * Sends the content, waits until the other side says how it ended, and closes the session.
     *
     * @throws IOException the content's own, if it could not be read completely
     */
    public Ending of(Content content) throws IOException {
        var trouble = new AtomicReference<@Nullable IOException>();
        var sender =
                Thread.ofPlatform()
                        .daemon()
                        .name("herd-delivery")
                        .start(() -> send(content, trouble));
        var ending = drain(session);
        var own = trouble.get();
        // It may block in reading standard input. It is not waited for, since not every read can be
        // interrupted.
        sender.interrupt();
        if (own != null) {
            throw own;
        }
        return ending;
    }

    private void send(Content content, AtomicReference<@Nullable IOException> trouble) {
        var pieces = new Pieces();
        try (var out = new BufferedOutputStream(pieces, PIECE)) {
            content.writeTo(out);
            out.flush();
            pieces.end();
        } catch (IOException e) {
            if (!pieces.refused) {
                trouble.set(e);
                session.close();
            }
        }
    }

    private final class Pieces extends OutputStream {

        /** Whether the other side takes no more; it says why itself. */
        private boolean refused;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            send(new Frame.In(ByteBuffer.wrap(bytes, offset, length)));
        }

        void end() throws IOException {
            send(new Frame.EndOfInput());
        }

        private void send(Frame frame) throws IOException {
            try {
                session.send(frame);
            } catch (IOException e) {
                refused = true;
                throw e;
            }
        }
    }
}
