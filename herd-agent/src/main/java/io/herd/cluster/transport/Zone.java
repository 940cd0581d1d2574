package io.herd.cluster.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Adds the interface (scope id) to link-local IPv6 addresses of other members. Members tell each
 * other their addresses without it, since each host has its own names and numbers for interfaces.
 *
 * @param own address on which this member listens
 */
record Zone(InetAddress own) {

    /** The address to connect to, for a member that says it listens there. */
    InetSocketAddress towards(InetSocketAddress to) throws UnknownHostException {
        return own instanceof Inet6Address here
                        && here.isLinkLocalAddress()
                        && to.getAddress() instanceof Inet6Address there
                        && there.isLinkLocalAddress()
                ? new InetSocketAddress(
                        Inet6Address.getByAddress(null, there.getAddress(), here.getScopeId()),
                        to.getPort())
                : to;
    }
}
