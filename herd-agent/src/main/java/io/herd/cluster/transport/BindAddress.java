package io.herd.cluster.transport;

import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.cluster.JoinException.Reason;
import io.herd.model.AddressText;
import io.herd.model.HostPort;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Chooses the address a member listens on, and refuses addresses that cannot work or are unsafe.
 */
public final class BindAddress {

    static final String AUTO = "auto";
    private static final HostPort AGENT = new HostPort("127.0.0.1", HostPort.DEFAULT_PORT);
    private static final HostPort CLIENT = new HostPort("127.0.0.1", 0);

    private static final Pattern IPV4 = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

    private BindAddress() {}

    public static InetSocketAddress agent(ClusterSettings settings) throws JoinException {
        return checked(settings.bind().orElse(AGENT), settings);
    }

    public static InetSocketAddress client(ClusterSettings settings) throws JoinException {
        if (settings.bind().isEmpty() && !settings.join().isEmpty()) {
            return towards(settings);
        }
        return checked(settings.bind().orElse(CLIENT), settings);
    }

    private static InetSocketAddress checked(HostPort bind, ClusterSettings settings)
            throws JoinException {
        refuseWithoutZone(List.of(bind), "--bind");
        refuseWithoutZone(settings.join(), "--join");
        var address = bind.host().equals(AUTO) ? auto(settings.join()) : resolve(bind.host());
        if (address.isAnyLocalAddress()) {
            throw cannot(
                    "refusing to listen on %s: others must be told one address; use --bind auto"
                            .formatted(bind.host()));
        }
        refuseOtherFamily(address, settings.join());
        refuseDockerBridge(address);
        refuseWithoutKey(address, settings);
        refuseReachingWithoutKey(settings);
        return new InetSocketAddress(address, bind.port());
    }

    private static InetSocketAddress towards(ClusterSettings settings) throws JoinException {
        refuseWithoutZone(settings.join(), "--join");
        for (var host : settings.join()) {
            var local = SourceAddress.localTowards(host, _ -> true);
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
        return SourceAddress.local(join, a -> !isDockerBridge(a))
                .orElseThrow(() ->
                        cannot(
                                "cannot tell this host's address, it has no default route: use --bind ADDRESS"));
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

    /**
     * Refuses a link-local address without its interface: each interface has a network fe80::/64 of
     * its own.
     */
    private static void refuseWithoutZone(List<HostPort> hosts, String option)
            throws JoinException {
        for (var host : hosts) {
            if (host.isIpv6()
                    && host.host().indexOf('%') < 0
                    && InetAddress.ofLiteral(host.host()).isLinkLocalAddress()) {
                throw cannot(
                        "%s is link-local: say on which interface, such as %s [%s%%eth0]"
                                .formatted(host.host(), option, host.host()));
            }
        }
    }

    /**
     * Refuses if all join addresses are of the other IP version. Names do not count: they are
     * looked up again and again, and may yet get another address.
     */
    private static void refuseOtherFamily(InetAddress address, List<HostPort> join)
            throws JoinException {
        boolean here = address instanceof Inet6Address;
        if (!join.isEmpty() && join.stream().allMatch(it -> isAddress(it) && it.isIpv6() != here)) {
            throw cannot(
                    "%s cannot be reached from %s, one is IPv6 and the other IPv4: use --bind auto, or --bind with an %s address of this host"
                            .formatted(
                                    join.getFirst(),
                                    AddressText.of(address),
                                    here ? "IPv4" : "IPv6"));
        }
    }

    private static boolean isAddress(HostPort host) {
        return host.isIpv6() || IPV4.matcher(host.host()).matches();
    }

    private static void refuseWithoutKey(InetAddress address, ClusterSettings settings)
            throws JoinException {
        if (settings.key().isEmpty() && !address.isLoopbackAddress()) {
            throw cannot(
                    "refusing to listen on %s without a key: make one with 'herd key new FILE' and give it with --key FILE"
                            .formatted(AddressText.of(address)));
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
                            .formatted(AddressText.of(address), name));
        }
    }

    private static boolean isDockerBridge(InetAddress address) {
        return interfaceOf(address).map(i -> isDockerBridge(i.getName())).orElse(false);
    }

    public static boolean isDockerBridge(String interfaceName) {
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
