package io.herd.cluster.transport;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Server socket that does the handshake of each connection (TLS and the first bytes) on a thread of
 * its own, so that a stranger who connects and says nothing blocks nobody. {@link #accept()}, for
 * JGroups, returns only connections whose handshake is done and that are not for streams.
 */
public final class HandshakingServerSocket extends ServerSocket {

    private static final System.Logger LOG = System.getLogger("io.herd.cluster");

    // Maximum number of handshakes pending at a time.
    private static final int MOST_OPENING = 64;

    // Nanoseconds.
    private static final long PAUSE = 10_000_000;

    private final Supplier<HerdSocket> sockets;
    private final ThreadFactory threads;
    private final BlockingQueue<HerdSocket> open = new LinkedBlockingQueue<>();
    private final Set<HerdSocket> serving = ConcurrentHashMap.newKeySet();
    private final PendingHandshakes<HerdSocket, InetAddress> opening =
            new PendingHandshakes<>(MOST_OPENING);
    private volatile Consumer<HerdSocket> streams = _ -> {};
    private boolean started;

    HandshakingServerSocket(Supplier<HerdSocket> sockets, ThreadFactory threads)
            throws IOException {
        this.sockets = sockets;
        this.threads = threads;
    }

    /**
     * Sets who serves connections for streams: called for each on its own thread; the connection is
     * closed afterwards. Until this is set, they are closed at once.
     */
    public void streamsTo(Consumer<HerdSocket> streams) {
        this.streams = streams;
    }

    @Override
    public void bind(SocketAddress address, int backlog) throws IOException {
        // Already bound early, so that the member's address can contain the port; JGroups binds
        // again.
        if (!isBound()) {
            super.bind(address, backlog);
        }
    }

    @Override
    public Socket accept() throws IOException {
        start();
        try {
            return open.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketException("interrupted while accepting", e);
        }
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            threads.newThread(this::acceptAll).start();
        }
    }

    private void acceptAll() {
        while (!isClosed()) {
            try {
                var socket = sockets.get();
                implAccept(socket);
                begin(socket);
            } catch (IOException e) {
                // The socket was closed, which ends the loop; or this one connection is gone
                // already. If the process is out of file descriptors, do not spin until it has some
                // again.
                LockSupport.parkNanos(PAUSE);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "cannot take a connection of a member", e);
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private void begin(HerdSocket socket) {
        opening.come(socket, socket.getInetAddress())
                .ifPresent(HandshakingServerSocket::closeQuietly);
        threads.newThread(() -> open(socket)).start();
    }

    private void open(HerdSocket socket) {
        var isStream = false;
        try {
            isStream = socket.accepted();
        } catch (IOException | RuntimeException e) {
            // A stranger, or a member that gave up: not worth a line in the log.
            closeQuietly(socket);
            return;
        } finally {
            opening.go(socket);
        }
        Collection<HerdSocket> those = isStream ? serving : open;
        those.add(socket);
        if (isClosed()) {
            closeQuietly(socket);
        } else if (isStream) {
            serve(socket);
        }
    }

    private void serve(HerdSocket socket) {
        try {
            streams.accept(socket);
        } finally {
            closeQuietly(socket);
            serving.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        opening.all().forEach(HandshakingServerSocket::closeQuietly);
        open.forEach(HandshakingServerSocket::closeQuietly);
        serving.forEach(HandshakingServerSocket::closeQuietly);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
