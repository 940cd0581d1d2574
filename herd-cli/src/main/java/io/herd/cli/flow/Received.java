package io.herd.cli.flow;

import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.model.RawJson;
import io.herd.stream.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Input stream of the bytes that a session receives, after a document if it begins with one. */
public final class Received extends InputStream {

    private final Session session;
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private Optional<Ending> ending = Optional.empty();

    public Received(Session session) {
        this.session = session;
    }

    /** The document at the beginning; empty if the stream ends before one comes. */
    public Optional<RawJson> document() {
        while (ending.isEmpty()) {
            if (next() instanceof Frame.Document(var document)) {
                return Optional.of(document);
            }
        }
        return Optional.empty();
    }

    @Override
    public int read() throws IOException {
        return more() ? rest.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int n = Math.min(length, rest.remaining());
        rest.get(bytes, offset, n);
        return n;
    }

    private boolean more() throws IOException {
        while (!rest.hasRemaining() && ending.isEmpty()) {
            next();
        }
        if (ending.isPresent() && !(ending.get() instanceof Ending.Complete)) {
            throw new IOException("the stream has broken");
        }
        return rest.hasRemaining();
    }

    /** Receives the next frame; a broken connection becomes a {@link Frame.Failed}. */
    static Frame frame(Session session) {
        try {
            return session.receive();
        } catch (IOException e) {
            return new Frame.Failed(new Outcome.Unreachable("the connection to it broke"));
        }
    }

    private Frame next() {
        var frame = frame(session);
        switch (frame) {
            case Frame.Out(var bytes) -> rest = bytes;
            case Frame.Exited(int code) -> ending = Optional.of(new Ending.Exited(code));
            case Frame.Ended _ -> ending = Optional.of(new Ending.Complete());
            case Frame.Failed(var why) -> ending = Optional.of(new Ending.Broken(why));
            case Frame.Begun _,
                    Frame.Head _,
                    Frame.Err _,
                    Frame.Document _,
                    Frame.In _,
                    Frame.EndOfInput _,
                    Frame.Resized _,
                    Frame.Alive _ -> {}
        }
        return frame;
    }

    /** Reads the bytes. */
    @FunctionalInterface
    public interface Reader {
        void read(InputStream bytes) throws IOException;
    }

    /**
     * Lets a reader read all bytes, and closes the session.
     *
     * @throws IOException the reader's own, if it failed and the stream did not
     */
    public Ending by(Reader reader) throws IOException {
        try (this) {
            reader.read(this);
            return ending();
        } catch (IOException e) {
            if (ending.filter(Ending.Broken.class::isInstance).isPresent()) {
                return ending();
            }
            throw e;
        }
    }

    /** How the stream ended; skips what is unread. */
    public Ending ending() {
        while (ending.isEmpty()) {
            next();
        }
        return ending.orElseThrow();
    }

    @Override
    public void close() {
        session.close();
    }
}
