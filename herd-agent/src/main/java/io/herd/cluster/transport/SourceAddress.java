package io.herd.cluster.transport;

import io.herd.model.HostPort;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the local address from which the kernel would send to another host. */
final class SourceAddress {

    // Addresses of no real network (RFC 5737, RFC 3849): the way there is the default route.
    private static final List<HostPort> ANYWHERE =
            List.of(new HostPort("203.0.113.1", 9), new HostPort("2001:db8::1", 9));

    private SourceAddress() {}

    /**
     * The local address towards the first of these hosts that has a route; if none has, the one of
     * the default route.
     *
     * @param usable accepts the local addresses that may be returned
     */
    static Optional<InetAddress> local(List<HostPort> hosts, Predicate<InetAddress> usable) {
        for (var places : List.of(hosts, ANYWHERE)) {
            for (var host : places) {
                var local = localTowards(host, usable);
                if (local.isPresent()) {
                    return local;
                }
            }
        }
        return Optional.empty();
    }

    static Optional<InetAddress> localTowards(HostPort host, Predicate<InetAddress> usable) {
        try {
            for (var address : InetAddress.getAllByName(host.host())) {
                var local = towards(new InetSocketAddress(address, host.port())).filter(usable);
                if (local.isPresent()) {
                    return local;
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The local address that the kernel chooses; connecting a datagram socket sends nothing. */
    private static Optional<InetAddress> towards(InetSocketAddress to) {
        try (var socket = new DatagramSocket()) {
            socket.connect(to);
            return Optional.of(socket.getLocalAddress()).filter(a -> !a.isAnyLocalAddress());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
