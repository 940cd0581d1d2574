package io.herd.cluster.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.herd.model.Deadline;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A connection between members, usable once its handshake is done. The handshake waits for the
 * other side, so it has a deadline and, for an accepted connection, its own thread.
 */
public abstract class HerdSocket extends Socket {

    /** The first bytes of a connection for streams; those of JGroups begin with "bela". */
    public static final byte[] STREAM = "herd".getBytes(US_ASCII);

    // Milliseconds that a single read may take until the connection is open.
    private static final int PATIENCE = 2_000;
    // Limit for all these reads together: a peer that sends a byte now and then must not stay for
    // long.
    private static final Duration OPENING = Duration.ofSeconds(5);

    private final Zone zone;
    private volatile @Nullable Deadline opening;
    private volatile @Nullable InputStream whole;

    HerdSocket(Zone zone) {
        this.zone = zone;
    }

    /** Does the handshake, on both sides, after connecting; reads end at a deadline meanwhile. */
    abstract void open(boolean asClient) throws IOException;

    /** The input from the other side, once the connection is open. */
    abstract InputStream said() throws IOException;

    /** The raw input from the network, as it is before TLS. */
    final InputStream network() throws IOException {
        return new PunctualStream(super.getInputStream());
    }

    @Override
    public final void connect(SocketAddress to) throws IOException {
        connect(to, PATIENCE);
    }

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
        super.connect(zone.towards((InetSocketAddress) to), timeout);
        opened(true);
    }

    /**
     * Does the handshake of an accepted connection; not to be called on the thread that accepts.
     *
     * @return whether the connection is for a stream; otherwise it is for JGroups
     */
    final boolean accepted() throws IOException {
        var first = opened(false);
        if (first.length < STREAM.length) {
            throw new EOFException();
        }
        if (Arrays.equals(first, STREAM)) {
            return true;
        }
        var again = new PushbackInputStream(said(), first.length);
        again.unread(first);
        whole = again;
        return false;
    }

    @Override
    public final InputStream getInputStream() throws IOException {
        var readable = whole;
        return readable == null ? said() : readable;
    }

    /** Does the handshake, and returns the first bytes of an accepted connection. */
    private byte[] opened(boolean asClient) throws IOException {
        opening = Deadline.in(OPENING);
        try {
            open(asClient);
            var first = asClient ? new byte[0] : said().readNBytes(STREAM.length);
            opening = null;
            setSoTimeout(0);
            return first;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Input that gives every read a timeout until the connection is open. */
    private final class PunctualStream extends FilterInputStream {

        PunctualStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            hurry();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            hurry();
            return super.read(bytes, offset, length);
        }

        private void hurry() throws IOException {
            var deadline = opening;
            if (deadline != null) {
                if (deadline.passed()) {
                    throw new SocketTimeoutException("the other side took too long");
                }
                setSoTimeout(Math.clamp(deadline.remaining().toMillis(), 1, PATIENCE));
            }
        }
    }
}
