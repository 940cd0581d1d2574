package io.herd.cluster.jgroups;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * A connection between members. It is of no use to JGroups before it was opened, and opening waits
 * for the other side, so it has its own deadline and, for an accepted one, its own thread.
 */
abstract class HerdSocket extends Socket {

    // Milliseconds each read may take until the connection is open.
    private static final int PATIENCE = 2_000;

    /** Called once it is connected, by either side; reads time out meanwhile. */
    abstract void open(boolean asClient) throws IOException;

    @Override
    public final void connect(SocketAddress to) throws IOException {
        connect(to, PATIENCE);
    }

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
        super.connect(to, timeout);
        opened(true);
    }

    /** To be called on an accepted one, and not by the thread that accepts. */
    final void accepted() throws IOException {
        opened(false);
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
