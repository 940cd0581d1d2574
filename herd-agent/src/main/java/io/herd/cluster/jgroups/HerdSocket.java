package io.herd.cluster.jgroups;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A connection between members. It is of no use to JGroups before it was opened, and opening waits
 * for the other side, so it has its own deadline and, for an accepted one, its own thread.
 */
abstract class HerdSocket extends Socket {

    /** What a connection begins with that is not for JGroups, whose own begin with "bela". */
    static final byte[] STREAM = "herd".getBytes(US_ASCII);

    // Milliseconds each read may take until the connection is open.
    private static final int PATIENCE = 2_000;

    private volatile @Nullable InputStream whole;

    /** Called once it is connected, by either side; reads time out meanwhile. */
    abstract void open(boolean asClient) throws IOException;

    /** What the other side says, once it is open. */
    abstract InputStream said() throws IOException;

    /** What comes over the network. */
    final InputStream network() throws IOException {
        return super.getInputStream();
    }

    @Override
    public final void connect(SocketAddress to) throws IOException {
        connect(to, PATIENCE);
    }

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
        super.connect(to, timeout);
        opened(true);
    }

    /**
     * To be called on an accepted one, and not by the thread that accepts.
     *
     * @return whether it is for a stream; else it is for JGroups
     */
    final boolean accepted() throws IOException {
        opened(false);
        setSoTimeout(PATIENCE);
        var first = said().readNBytes(STREAM.length);
        if (first.length < STREAM.length) {
            throw new EOFException();
        }
        setSoTimeout(0);
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

    private void opened(boolean asClient) throws IOException {
        try {
            setSoTimeout(PATIENCE);
            open(asClient);
            setSoTimeout(0);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }
}
