package io.herd.cluster.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * The interface whose link-local addresses are meant. Members tell each other theirs without it,
 * since each host has its own names and numbers for interfaces.
 *
 * @param own where this member listens
 */
record Zone(InetAddress own) {

    /** Where to connect to for somebody who listens there. */
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
