package io.herd.cluster.socket;

import io.herd.model.AddressText;
import io.herd.model.IoReason;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes the connections at a Unix socket or a TCP port, a virtual thread each, as far as there is
 * room.
 */
public final class ChannelServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.cluster.socket");

    private final String place;
    private final Optional<SocketFile> file;
    private final ServerSocketChannel server;
    private final Service service;
    private final Callers<SocketChannel> callers;

    private ChannelServer(
            String place,
            Optional<SocketFile> file,
            ServerSocketChannel server,
            Service service,
            int room) {
        this.place = place;
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
    public static ChannelServer open(Path path, boolean shared, int room, Service service)
            throws IOException {
        return open(
                ServerSocketChannel.open(StandardProtocolFamily.UNIX),
                path.toString(),
                channel -> Optional.of(SocketFile.bind(channel, path, shared)),
                room,
                service);
    }

    /**
     * @param address any free port if it is 0
     * @param room maximum number of connections
     * @throws IOException with the reason, when it cannot listen there
     */
    public static ChannelServer open(InetSocketAddress address, int room, Service service)
            throws IOException {
        return open(
                ServerSocketChannel.open(),
                AddressText.of(address),
                channel -> {
                    channel.bind(address);
                    return Optional.empty();
                },
                room,
                service);
    }

    /** Binds a channel to its place, which may be a file. */
    @FunctionalInterface
    private interface Binding {
        Optional<SocketFile> bind(ServerSocketChannel channel) throws IOException;
    }

    private static ChannelServer open(
            ServerSocketChannel channel, String place, Binding binding, int room, Service service)
            throws IOException {
        try {
            var file = binding.bind(channel);
            var server = new ChannelServer(place, file, channel, service, room);
            Thread.ofVirtual().name("herd-socket").start(server::accept);
            return server;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException("cannot listen at %s: %s".formatted(place, IoReason.of(e)), e);
        }
    }

    /** Where it listens. */
    public SocketAddress address() throws IOException {
        return server.getLocalAddress();
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                var channel = server.accept();
                Thread.ofVirtual().name("herd-socket-", 0).start(() -> serve(channel));
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "no more connections at " + place, e);
                pause();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "cannot take a connection at " + place, e);
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
            var room = callers.come(channel);
            room.leaving().ifPresent(ChannelServer::shut);
            if (!room.taken()) {
                service.turnAway(channel, "too many connections at %s: try again".formatted(place));
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

    /** Whether its socket can still be found where it was made. */
    public boolean isThere() throws IOException {
        return file.isEmpty() || file.get().isThere();
    }

    @Override
    public void close() {
        try {
            server.close();
            if (file.isPresent()) {
                file.get().remove();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "could not leave " + place, e);
        }
        callers.all().forEach(ChannelServer::shut);
    }

    private static void shut(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
