package io.herd.cluster.jgroups;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.PhysicalAddress;
import org.jgroups.View;
import org.jgroups.blocks.cs.Connection;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.TCP;
import org.jspecify.annotations.Nullable;

/**
 * TCP transport that reads from each member's address where it listens, and so never has to look
 * for it.
 */
final class HerdTcp extends TCP {

    private final boolean isAgent;
    // Addresses where the members of the last view listen.
    private volatile Set<Address> before = Set.of();

    HerdTcp(boolean isAgent) {
        this.isAgent = isAgent;
        setId(ClassConfigurator.getProtocolId(TCP.class));
    }

    @Override
    public Object down(Event event) {
        if (event.getType() == Event.VIEW_CHANGE || event.getType() == Event.TMP_VIEW) {
            View next = event.getArg();
            for (var member : next) {
                HerdAddress.physical(member).ifPresent(at -> addPhysicalAddressToCache(member, at));
            }
        }
        return super.down(event);
    }

    @Override
    public void retainAll(Collection<Address> now) {
        // JGroups closes all connections but those of members, including those of clients that are
        // just joining: of ten clients at once nearly all would have to reconnect for each one
        // admitted.
        var keep = new HashSet<>(now);
        srv.forAllConnections((peer, connection) -> {
            if (!before.contains(peer) && !connection.isClosed()) {
                keep.add(peer);
            }
        });
        before = Set.copyOf(now);
        srv.retainAll(keep, is_member);
    }

    /** Whether there is a connection to whoever listens there, with its handshake done. */
    boolean reached(PhysicalAddress at) {
        return srv.connectionEstablishedTo(at);
    }

    @Override
    public @Nullable PhysicalAddress getPhysicalAddressFromCache(Address member) {
        var cached = super.getPhysicalAddressFromCache(member);
        return cached == null ? HerdAddress.physical(member).orElse(null) : cached;
    }

    @Override
    public void connectionClosed(Connection connection) {
        super.connectionClosed(connection);
        if (!isAgent && connected && connection.isClosedGracefully()) {
            // When the last agent leaves, clients see nothing but closed connections, and would
            // wait for it until the deadline. Suspecting a live agent does no harm: it is asked
            // first.
            suspect(logical_addr_cache.getByValue((PhysicalAddress) connection.peerAddress()));
        }
    }

    private void suspect(Address peer) {
        if (peer != null && members.contains(peer)) {
            thread_pool.execute(() -> up_prot.up(new Event(Event.SUSPECT, List.of(peer))));
        }
    }
}
