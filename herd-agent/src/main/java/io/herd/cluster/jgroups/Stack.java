package io.herd.cluster.jgroups;

import io.herd.cluster.transport.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.MFC;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.UFC;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.stack.Protocol;
import org.jgroups.util.LazyThreadFactory;

/**
 * The JGroups protocol stack of members, from the bottom up, and its settings. Times are in
 * milliseconds, sizes in bytes.
 */
final class Stack {

    private static final int CREDITS = 2_000_000;
    private static final int FRAGMENT = 60_000;
    // More than a heartbeat, a request and most answers; what is longer takes more system calls.
    private static final int BUFFER = 8_192;
    // Nothing longer than a fragment or a view is ever sent; a longer message of a stranger is
    // refused.
    private static final int LONGEST = 16_000_000;

    private Stack() {}

    /**
     * @param mustFindAgent present for a client, absent for an agent
     */
    static List<Protocol> of(
            Listener listener,
            HerdDiscovery discovery,
            Optional<MustFindAgent> mustFindAgent,
            Timing timing) {
        boolean isAgent = mustFindAgent.isEmpty();
        var protocols = new ArrayList<Protocol>();
        protocols.add(tcp(listener, isAgent));
        protocols.add(discovery);
        if (isAgent) {
            protocols.add(new CalmMerge(timing.mergeMin(), timing.mergeMax()));
        }
        protocols.add(heartbeat(isAgent, timing));
        protocols.add(new VERIFY_SUSPECT2().setTimeout(timing.verify().toMillis()));
        // Over TCP a multicast is one message to each member.
        protocols.add(new NAKACK2().useMcastXmit(false).setDiscardDeliveredMsgs(true));
        // By default, connections of clients that are gone are kept for four minutes.
        protocols.add(new UNICAST3().setConnCloseTimeout(20_000).setConnExpiryTimeout(60_000));
        protocols.add(new STABLE());
        mustFindAgent.ifPresent(protocols::add);
        protocols.add(membership(isAgent, timing));
        protocols.add(new UFC().setMaxCredits(CREDITS));
        protocols.add(new MFC().setMaxCredits(CREDITS));
        protocols.add(new FRAG4().setFragSize(FRAGMENT));
        return protocols;
    }

    private static TCP tcp(Listener listener, boolean isAgent) {
        var tcp = new HerdTcp(isAgent);
        tcp.setSocketFactory(new HerdSockets(listener));
        tcp.setBindAddress(listener.address().getAddress());
        tcp.setBindPort(listener.address().getPort());
        tcp.setPortRange(0);
        // The default keeps some 800 KB of heap for each client that joined.
        tcp.setBundlerType("no-bundler");
        // A closed connection reveals a killed peer; FD_SOCK2 would need a port of its own.
        tcp.enableSuspectEvents(true);
        // Otherwise a request waits for the acknowledgement of the one before: 40 ms on Linux.
        tcp.tcpNodelay(true);
        tcp.setSockConnTimeout(1_000);
        tcp.setMaxLength(LONGEST);
        // The defaults keep 128 KB of heap for each connection, and there is one to every member.
        tcp.setBufferedInputStreamSize(BUFFER).setBufferedOutputStreamSize(BUFFER);
        tcp.logDetails(false);
        // A command with virtual threads takes 310 ms longer to exit.
        tcp.useVirtualThreads(isAgent);
        tcp.setThreadFactory(new LazyThreadFactory("jgroups", true, true).useVThreads(isAgent));
        return tcp;
    }

    private static FD_ALL3 heartbeat(boolean isAgent, Timing timing) {
        var heartbeat = isAgent ? new FD_ALL3() : new ClientHeartbeat();
        heartbeat.setTimeout(timing.heartbeatTimeout().toMillis());
        heartbeat.setInterval(timing.heartbeatInterval().toMillis());
        return heartbeat;
    }

    private static GMS membership(boolean isAgent, Timing timing) {
        return new GMS()
                .setJoinTimeout(isAgent ? timing.found().toMillis() : 1_000)
                // A frozen coordinator is replaced before an agent gives up and founds a herd; a
                // client never does.
                .setMaxJoinAttempts(isAgent ? 15 : 0)
                .setLeaveTimeout(300)
                // Nobody can join during a merge, and it waits this long for a client that just
                // left.
                .setMergeTimeout(1_500)
                .setViewAckCollectionTimeout(1_000)
                // This would print to stdout.
                .printLocalAddress(false)
                .logViewWarnings(false)
                .setMembershipChangePolicy(new AgentsFirst());
    }
}
