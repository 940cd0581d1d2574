package io.herd.cluster.socket;

import io.herd.model.IoReason;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Takes the connections at a Unix socket, a virtual thread each, as far as there is room. */
public final class UnixServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.cluster.socket");

    private final SocketFile file;
    private final ServerSocketChannel server;
    private final Service service;
    private final Callers<SocketChannel> callers;

    private UnixServer(SocketFile file, ServerSocketChannel server, Service service, int room) {
        this.file = file;
        this.server = server;
        this.service = service;
        this.callers = new Callers<>(room);
    }

    /** Serves a connection. */
    public interface Service {

        /**
         * Serves one to its end; it is closed after that.
         *
         * @param asked to be called once something was asked
         * @throws IOException when the asker is gone
         */
        void serve(SocketChannel channel, Runnable asked) throws IOException;

        /** Turns one away. */
        void turnAway(SocketChannel channel, String why) throws IOException;
    }

    /**
     * @param shared whether members of the group 'herd' may use it, too
     * @param room maximum number of connections
     * @throws IOException with the reason, when it cannot listen there
     */
    public static UnixServer open(Path path, boolean shared, int room, Service service)
            throws IOException {
        var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            var file = SocketFile.bind(channel, path, shared);
            var server = new UnixServer(file, channel, service, room);
            Thread.ofVirtual().name("herd-socket").start(server::accept);
            return server;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException("cannot listen at %s: %s".formatted(path, IoReason.of(e)), e);
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                var channel = server.accept();
                Thread.ofVirtual().name("herd-socket-", 0).start(() -> serve(channel));
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "no more connections at " + file.path(), e);
                pause();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "cannot take a connection at " + file.path(), e);
                pause();
            }
        }
    }

    // If the process is out of file descriptors, do not spin until it has some again.
    private static void pause() {
        LockSupport.parkNanos(10_000_000);
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            var place = callers.come(channel);
            place.leaving().ifPresent(UnixServer::shut);
            if (!place.taken()) {
                service.turnAway(
                        channel, "too many connections at %s: try again".formatted(file.path()));
                return;
            }
            try {
                service.serve(channel, () -> callers.asked(channel));
            } finally {
                callers.go(channel);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the asker is gone", e);
        }
    }

    /** How long nobody has been connected; zero if somebody is. */
    public Duration quiet() {
        return callers.quiet();
    }

    /** Whether the socket can still be found where it was made. */
    public boolean isThere() throws IOException {
        return file.isThere();
    }

    @Override
    public void close() {
        try {
            server.close();
            file.remove();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "could not remove " + file.path(), e);
        }
        callers.all().forEach(UnixServer::shut);
    }

    private static void shut(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
