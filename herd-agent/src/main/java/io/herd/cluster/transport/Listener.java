package io.herd.cluster.transport;

import io.herd.cluster.JoinException;
import io.herd.cluster.JoinException.Reason;
import io.herd.model.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * The server socket of a member, its address, and the factory of its connections.
 *
 * @param address with the actual port, also if port 0 was asked for
 * @param sockets creates the sockets of its connections, incoming and outgoing
 */
public record Listener(
        HandshakingServerSocket server, InetSocketAddress address, Supplier<HerdSocket> sockets) {

    public HerdSocket newSocket() {
        return sockets.get();
    }

    public static Listener bind(InetSocketAddress to, Optional<HerdTls> tls, ThreadFactory threads)
            throws JoinException {
        var zone = new Zone(to.getAddress());
        Supplier<HerdSocket> sockets =
                () ->
                        tls.<HerdSocket>map(it -> new TlsSocket(it, zone))
                                .orElseGet(() -> new PlainSocket(zone));
        try {
            var server = new HandshakingServerSocket(sockets, threads);
            // Otherwise a restarted agent must wait until the kernel forgets the old connections.
            server.setReuseAddress(true);
            bind(server, to);
            return new Listener(
                    server, new InetSocketAddress(to.getAddress(), server.getLocalPort()), sockets);
        } catch (IOException e) {
            throw cannotBind(to, e);
        }
    }

    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            // The process goes on without it, or ends.
        }
    }

    private static void bind(HandshakingServerSocket server, InetSocketAddress to)
            throws IOException {
        try {
            server.bind(to);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private static JoinException cannotBind(InetSocketAddress to, IOException cause) {
        var where = HostPort.of(to.getAddress(), to.getPort());
        var message =
                isOfThisHost(to)
                        ? "cannot listen on %s (%s): stop what listens there, or choose another with --bind %s"
                                .formatted(
                                        where, cause.getMessage(), new HostPort(where.host(), 7810))
                        : "cannot listen on %s: this host has no such address; use --bind with one it has, or --bind auto"
                                .formatted(where);
        return new JoinException(Reason.CANNOT_BIND, message, cause);
    }

    private static boolean isOfThisHost(InetSocketAddress address) {
        try {
            return address.getAddress().isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address.getAddress()) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
