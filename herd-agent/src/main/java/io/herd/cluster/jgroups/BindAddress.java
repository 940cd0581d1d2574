package io.herd.cluster.jgroups;

import io.herd.cluster.ClusterSettings;
import io.herd.cluster.HostPort;
import io.herd.cluster.JoinException;
import io.herd.cluster.JoinException.Reason;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** Chooses the address a member listens on, and refuses those that would be a mistake. */
final class BindAddress {

    static final String AUTO = "auto";
    private static final HostPort AGENT = new HostPort("127.0.0.1", HostPort.DEFAULT_PORT);
    private static final HostPort CLIENT = new HostPort("127.0.0.1", 0);
    // Of no network (RFC 5737): the way to it is the default route.
    private static final HostPort ANYWHERE = new HostPort("203.0.113.1", 9);

    private BindAddress() {}

    static InetSocketAddress agent(ClusterSettings settings) throws JoinException {
        return checked(settings.bind().orElse(AGENT), settings);
    }

    static InetSocketAddress client(ClusterSettings settings) throws JoinException {
        if (settings.bind().isEmpty() && !settings.join().isEmpty()) {
            return towards(settings);
        }
        return checked(settings.bind().orElse(CLIENT), settings);
    }

    private static InetSocketAddress checked(HostPort bind, ClusterSettings settings)
            throws JoinException {
        var address = bind.host().equals(AUTO) ? auto(settings.join()) : resolve(bind.host());
        if (address.isAnyLocalAddress()) {
            throw cannot(
                    "refusing to listen on %s: others must be told one address; use --bind auto"
                            .formatted(bind.host()));
        }
        refuseDockerBridge(address);
        refuseWithoutKey(address, settings);
        refuseReachingWithoutKey(settings);
        return new InetSocketAddress(address, bind.port());
    }

    private static InetSocketAddress towards(ClusterSettings settings) throws JoinException {
        for (var host : settings.join()) {
            var local = localAddressTowards(host);
            if (local.isPresent()) {
                refuseReachingWithoutKey(settings);
                return new InetSocketAddress(local.get(), 0);
            }
        }
        throw new JoinException(
                Reason.NO_AGENT,
                "there is no way to any of %s: check the names and the network"
                        .formatted(settings.join()));
    }

    private static InetAddress auto(List<HostPort> join) throws JoinException {
        for (var host : join) {
            var local = localAddressTowards(host).filter(a -> !isDockerBridge(a));
            if (local.isPresent()) {
                return local.get();
            }
        }
        return localAddressTowards(ANYWHERE)
                .filter(a -> !isDockerBridge(a))
                .orElseThrow(() ->
                        cannot(
                                "cannot tell this host's address, it has no default route: use --bind ADDRESS"));
    }

    /** The kernel's own choice; connecting a datagram socket sends nothing. */
    private static Optional<InetAddress> localAddressTowards(HostPort host) {
        var to = new InetSocketAddress(host.host(), host.port());
        if (to.isUnresolved()) {
            return Optional.empty();
        }
        try (var socket = new DatagramSocket()) {
            socket.connect(to);
            return Optional.of(socket.getLocalAddress()).filter(a -> !a.isAnyLocalAddress());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static InetAddress resolve(String host) throws JoinException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new JoinException(
                    Reason.CANNOT_BIND,
                    "cannot listen on '%s': no such host; use --bind with an address of this host"
                            .formatted(host),
                    e);
        }
    }

    private static void refuseWithoutKey(InetAddress address, ClusterSettings settings)
            throws JoinException {
        if (settings.key().isEmpty() && !address.isLoopbackAddress()) {
            throw cannot(
                    "refusing to listen on %s without a key: make one with 'herd key new FILE' and give it with --key FILE"
                            .formatted(address.getHostAddress()));
        }
    }

    private static void refuseReachingWithoutKey(ClusterSettings settings) throws JoinException {
        if (settings.key().isPresent()) {
            return;
        }
        for (var host : settings.join()) {
            var to = new InetSocketAddress(host.host(), host.port());
            if (!to.isUnresolved() && !to.getAddress().isLoopbackAddress()) {
                throw cannot(
                        "refusing to join at %s without a key: give the herd's with --key FILE"
                                .formatted(host));
            }
        }
    }

    private static void refuseDockerBridge(InetAddress address) throws JoinException {
        var name = interfaceOf(address).map(NetworkInterface::getName).orElse("");
        if (isDockerBridge(name)) {
            throw cannot(
                    "refusing to listen on %s: it belongs to the docker bridge %s, which every host has for itself; use --bind auto"
                            .formatted(address.getHostAddress(), name));
        }
    }

    private static boolean isDockerBridge(InetAddress address) {
        return interfaceOf(address).map(i -> isDockerBridge(i.getName())).orElse(false);
    }

    static boolean isDockerBridge(String interfaceName) {
        return interfaceName.equals("docker0") || interfaceName.startsWith("br-");
    }

    private static Optional<NetworkInterface> interfaceOf(InetAddress address) {
        try {
            return Optional.ofNullable(NetworkInterface.getByInetAddress(address));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JoinException cannot(String message) {
        return new JoinException(Reason.CANNOT_BIND, message);
    }
}
