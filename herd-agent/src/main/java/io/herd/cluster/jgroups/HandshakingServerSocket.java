package io.herd.cluster.jgroups;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Accepts connections and opens each on a thread of its own, so that a stranger who connects and
 * says nothing keeps nobody waiting; {@link #accept()} gives only what has been opened.
 */
final class HandshakingServerSocket extends ServerSocket {

    // So many strangers may be half-way at a time; the oldest makes room for the next.
    private static final int MOST_OPENING = 64;

    private final Supplier<HerdSocket> sockets;
    private final ThreadFactory threads;
    private final BlockingQueue<HerdSocket> open = new LinkedBlockingQueue<>();
    private final Deque<HerdSocket> opening = new ArrayDeque<>();
    private boolean started;

    HandshakingServerSocket(Supplier<HerdSocket> sockets, ThreadFactory threads)
            throws IOException {
        this.sockets = sockets;
        this.threads = threads;
    }

    @Override
    public void bind(SocketAddress address, int backlog) throws IOException {
        // Bound early, so that a member's address can say the port; JGroups binds again.
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
                // Closed, which ends the loop; or that one connection is gone already. Should the
                // process be out of descriptors, do not spin until it has some again.
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    private void begin(HerdSocket socket) {
        synchronized (opening) {
            if (opening.size() >= MOST_OPENING) {
                closeQuietly(opening.remove());
            }
            opening.add(socket);
        }
        threads.newThread(() -> open(socket)).start();
    }

    private void open(HerdSocket socket) {
        try {
            socket.accepted();
            open.add(socket);
        } catch (IOException | RuntimeException e) {
            // A stranger, or somebody who thought better of it: not worth a line in the log.
            closeQuietly(socket);
        } finally {
            synchronized (opening) {
                opening.remove(socket);
            }
        }
        if (isClosed()) {
            closeQuietly(socket);
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        synchronized (opening) {
            opening.forEach(HandshakingServerSocket::closeQuietly);
        }
        open.forEach(HandshakingServerSocket::closeQuietly);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
