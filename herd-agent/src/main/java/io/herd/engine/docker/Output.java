package io.herd.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Frame;
import io.herd.json.text.MalformedJsonException;
import io.herd.json.text.StrictJson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** Decodes the body of a daemon's response into frames. */
@FunctionalInterface
interface Output {

    /** Maximum number of bytes in a frame. */
    int MOST = 32 * 1024;

    /**
     * Bytes; an event has about 500 and the labels of its container, whose number the daemon does
     * not limit.
     */
    int LONGEST_LINE = 32 * 1024 * 1024;

    /**
     * Waits for the next frame.
     *
     * @return empty at the end
     */
    Optional<Frame> next() throws IOException;

    /** The bytes as they are: of a terminal, or an archive. */
    static Output raw(InputStream from) {
        return () -> piece(from, MOST).map(Frame.Out::new);
    }

    /** One JSON document per line. */
    static Output documents(InputStream from) {
        var lines = new BufferedInputStream(from);
        return () -> {
            var line = line(lines);
            return line.isEmpty() ? Optional.empty() : Optional.of(document(line.get()));
        };
    }

    private static Optional<String> line(InputStream from) throws IOException {
        var line = new ByteArrayOutputStream(512);
        for (int b = from.read(); b != '\n'; b = from.read()) {
            if (b < 0) {
                return Optional.empty();
            }
            if (line.size() == LONGEST_LINE) {
                throw new ProtocolException("one of its lines is too long");
            }
            line.write(b);
        }
        return Optional.of(line.toString(UTF_8));
    }

    /** The standard output and error of a process. */
    static Output ofProcess(boolean terminal, InputStream from) {
        return terminal ? raw(from) : new Multiplexed(from);
    }

    /** First this frame, then the rest. */
    static Output after(Frame first, Output rest) {
        var queue = new ArrayDeque<>(List.of(first));
        return () -> queue.isEmpty() ? rest.next() : Optional.of(queue.remove());
    }

    static Frame document(String line) throws ProtocolException {
        try {
            return new Frame.Document(StrictJson.parse(line));
        } catch (MalformedJsonException e) {
            throw new ProtocolException("it is no JSON: " + e.getMessage());
        }
    }

    private static Optional<ByteBuffer> piece(InputStream from, int most) throws IOException {
        var bytes = new byte[most];
        int n = from.read(bytes);
        return n < 0 ? Optional.empty() : Optional.of(ByteBuffer.wrap(bytes, 0, n));
    }

    /**
     * The Docker API's stream format: a head of eight bytes, of which the first says which output
     * it is and the last four how many bytes follow, most significant first; then these bytes.
     */
    final class Multiplexed implements Output {

        private static final int HEAD = 8;
        private static final int LENGTH_AT = 4;
        private static final int STDERR = 2;

        private final InputStream from;
        private boolean isError;
        private int left;

        Multiplexed(InputStream from) {
            this.from = from;
        }

        @Override
        public Optional<Frame> next() throws IOException {
            while (left == 0) {
                var head = from.readNBytes(HEAD);
                if (head.length == 0) {
                    return Optional.empty();
                }
                begin(head);
            }
            // The daemon already has all the bytes that it announces, so waiting for them delays
            // nobody.
            var piece = new byte[Math.min(left, MOST)];
            int n = from.readNBytes(piece, 0, piece.length);
            if (n == 0) {
                throw cutOff();
            }
            left -= n;
            var bytes = ByteBuffer.wrap(piece, 0, n);
            return Optional.of(isError ? new Frame.Err(bytes) : new Frame.Out(bytes));
        }

        private void begin(byte[] head) throws IOException {
            if (head.length < HEAD) {
                throw cutOff();
            }
            isError = head[0] == STDERR;
            left = ByteBuffer.wrap(head).getInt(LENGTH_AT);
            if (left < 0) {
                throw new ProtocolException("what it answered has a broken length");
            }
        }

        private static EOFException cutOff() {
            return new EOFException("what it answered was cut off");
        }
    }
}
