package io.herd.cluster.jgroups;

import io.herd.cluster.transport.Errands;
import io.herd.cluster.transport.Multicast;
import io.herd.model.Deadline;
import io.herd.model.HostPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.Event;
import org.jgroups.Message;
import org.jgroups.PhysicalAddress;
import org.jgroups.View;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.Discovery;
import org.jgroups.protocols.PingData;
import org.jgroups.protocols.PingHeader;
import org.jgroups.protocols.TCPPING;
import org.jgroups.stack.IpAddress;
import org.jgroups.util.Responses;
import org.jspecify.annotations.Nullable;

/**
 * Discovery protocol that finds agents: at the join hosts, where agents were seen before, and by
 * multicast. Only agents answer, each with itself and its coordinator; addresses contain where
 * members listen, so nothing else has to be exchanged.
 */
final class HerdDiscovery extends Discovery {

    // Maximum number of agents remembered, which are asked again when the herd is split.
    private static final int MOST_SEEN = 64;
    // How long a new agent waits for one that listens and says nothing: as long as it takes until
    // one that is frozen is out of the herd.
    private static final Duration SLOWEST = Duration.ofSeconds(10);
    // Nanoseconds between two looks at who has answered.
    private static final long LOOK = 20_000_000;

    private final List<HostPort> join;
    private final Multicast multicast;
    private final boolean isAgent;
    private final Predicate<PhysicalAddress> slow;
    private final ThreadFactory threads;
    private final Set<IpAddress> seen = new LinkedHashSet<>();
    private final Set<PhysicalAddress> asking = ConcurrentHashMap.newKeySet();
    // Who has been asked, and neither has answered nor cannot be reached.
    private final Set<PhysicalAddress> silent = ConcurrentHashMap.newKeySet();
    private final Set<HostPort> resolving = ConcurrentHashMap.newKeySet();
    private final Errands<PhysicalAddress> errands;

    /**
     * @param slow whether somebody listens at an address who may be one of this herd, and does not
     *     even finish a handshake
     */
    HerdDiscovery(
            List<HostPort> join,
            Multicast multicast,
            boolean isAgent,
            Predicate<PhysicalAddress> slow,
            ThreadFactory threads) {
        this.join = join;
        this.multicast = multicast;
        this.isAgent = isAgent;
        this.slow = slow;
        this.threads = threads;
        this.errands = new Errands<>(threads, System::nanoTime);
        setId(ClassConfigurator.getProtocolId(TCPPING.class));
        // The caller must not wait for a name to be looked up or a host to be connected to.
        async_discovery = true;
    }

    @Override
    public boolean isDynamic() {
        return true;
    }

    @Override
    public void handleConnect() {
        if (isAgent) {
            multicast.listen(this::asked, threads);
        }
    }

    @Override
    public void handleDisconnect() {
        multicast.close();
    }

    @Override
    public void stop() {
        // Needed too if it never connected.
        multicast.close();
        super.stop();
    }

    @Override
    public Object down(Event event) {
        if (event.getType() == Event.VIEW_CHANGE) {
            View next = event.getArg();
            next.forEach(this::remember);
        }
        var result = super.down(event);
        if (event.getType() == Event.FIND_INITIAL_MBRS
                && isAgent
                && result instanceof Responses responses) {
            awaitWhoListens(responses, Duration.ofMillis(event.<Long>getArg()));
        }
        return result;
    }

    /**
     * Waits as long as GMS would, and longer for those who listen and have not said yet who they
     * are. Without that, agents that are started at once on a busy machine would found a herd each.
     */
    private void awaitWhoListens(Responses responses, Duration found) {
        var usual = Deadline.in(found);
        var patience = Deadline.in(SLOWEST);
        while (!responses.isDone() && !(usual.passed() && silent.isEmpty()) && !patience.passed()) {
            LockSupport.parkNanos(LOOK);
        }
        responses.done();
    }

    private void remember(Address member) {
        if (!HerdAddress.isAgent(member) || member.equals(local_addr)) {
            return;
        }
        HerdAddress.physical(member)
                .ifPresent(address -> {
                    synchronized (seen) {
                        if (seen.add(address) && seen.size() > MOST_SEEN) {
                            seen.remove(seen.iterator().next());
                        }
                    }
                });
    }

    @Override
    public void findMembers(List<Address> wanted, boolean initial, Responses responses) {
        var request = marshal(new PingData(local_addr, false)).bytes();
        // A thread each: one host that drops packets must not hold up the others.
        for (var host : join) {
            if (resolving.add(host)) {
                threads.newThread(() -> resolve(host, request)).start();
            }
        }
        List<IpAddress> again;
        synchronized (seen) {
            again = new ArrayList<>(seen);
        }
        again.forEach(address -> threads.newThread(() -> ask(address, request, false)).start());
        multicast.send(request);
    }

    private void resolve(HostPort host, byte[] request) {
        try {
            // Looked up anew each time: an agent may be started before its peers' names are known.
            for (var address : InetAddress.getAllByName(host.host())) {
                if (isReachable(address)) {
                    ask(new IpAddress(address, host.port()), request, true);
                }
            }
        } catch (UnknownHostException e) {
            // The name may be known next time.
        } finally {
            resolving.remove(host);
        }
    }

    /**
     * Whether the address is of our IP version: IPv4 and IPv6 addresses cannot reach each other.
     */
    private boolean isReachable(InetAddress address) {
        return HerdAddress.physical(local_addr)
                .filter(self -> self.getIpAddress().getClass() == address.getClass())
                .isPresent();
    }

    /**
     * @param patiently whether to ask one that is slow again and again, as long as this agent looks
     *     for a herd; never one whose address a stranger may have named with a copied datagram
     */
    private void ask(PhysicalAddress address, byte[] request, boolean patiently) {
        var self = HerdAddress.physical(local_addr);
        if (self.isPresent() && self.get().equals(address)) {
            return;
        }
        // It takes two seconds to find that a host is frozen; further rounds must not queue for it.
        if (asking.add(address)) {
            silent.add(address);
            try {
                do {
                    down_prot.down(request(address, request));
                } while (patiently && !isReached(address) && isLooking() && slow.test(address));
            } finally {
                asking.remove(address);
                if (!isReached(address)) {
                    silent.remove(address);
                }
            }
        }
    }

    private boolean isReached(PhysicalAddress address) {
        return ((HerdTcp) getTransport()).reached(address);
    }

    /** Whether this is an agent that has not found a herd yet. */
    private boolean isLooking() {
        return isAgent && !is_server && !is_leaving;
    }

    private Message request(PhysicalAddress to, byte[] request) {
        var header = new PingHeader(PingHeader.GET_MBRS_REQ).clusterName(cluster_name);
        return new BytesMessage(to, request).setFlag(Message.Flag.OOB).putHeader(id, header);
    }

    /**
     * Handles a multicast request: answers the asker if the datagram comes from the address where
     * it claims to listen. While this agent still looks for a herd, it asks the asker in turn: a
     * herd is founded only with agents that answer on a connection, which nobody can do with a
     * copied datagram.
     */
    private void asked(byte[] request, InetAddress from) {
        var askers = readPingData(request, 0, request.length);
        // A request must contain the asker and nobody else.
        if (askers == null || askers.size() != 1) {
            return;
        }
        var asker = askers.getFirst().getAddress();
        HerdAddress.physical(asker)
                .filter(at -> !asker.equals(local_addr) && at.getIpAddress().equals(from))
                .ifPresent(at -> errands.run(at, () -> getToKnow(asker, at)));
    }

    private void getToKnow(Address asker, PhysicalAddress at) {
        reply(asker);
        if (isLooking() && HerdAddress.isAgent(asker)) {
            ask(at, marshal(new PingData(local_addr, false)).bytes(), false);
        }
    }

    @Override
    protected @Nullable Object handle(PingHeader header, Message message) {
        var found = readPingData(message.getArray(), message.getOffset(), message.getLength());
        if (found == null) {
            return null;
        }
        HerdAddress.physical(message.getSrc()).ifPresent(silent::remove);
        switch (header.type()) {
            case PingHeader.GET_MBRS_REQ -> found.forEach(this::answer);
            case PingHeader.GET_MBRS_RSP -> found.forEach(one -> heard(one, message.getSrc()));
            default -> {}
        }
        return null;
    }

    /**
     * Handles an answer. What others say of a coordinator may be out of date: it may be frozen, and
     * a join sent to it would lose time. So a client believes only the coordinator itself, and asks
     * it.
     */
    private void heard(PingData found, Address from) {
        if (isAgent || found.getAddress().equals(from)) {
            addResponse(found, true);
        } else if (found.isCoord()) {
            var request = marshal(new PingData(local_addr, false)).bytes();
            HerdAddress.physical(found.getAddress())
                    .ifPresent(at -> errands.run(at, () -> ask(at, request, false)));
        }
    }

    private void answer(PingData asker) {
        // An agent that looks for others is itself a candidate for founding the herd.
        addResponse(asker, false);
        reply(asker.getAddress());
    }

    private void reply(Address asker) {
        if (!isAgent || is_leaving) {
            return;
        }
        var answers = new ArrayList<PingData>();
        answers.add(about(local_addr, is_coord));
        var coordinator = current_coord;
        if (coordinator != null && !Objects.equals(coordinator, local_addr)) {
            answers.add(about(coordinator, true));
        }
        sendDiscoveryResponse(answers, asker);
    }

    private PingData about(Address agent, boolean coordinator) {
        return new PingData(agent, is_server, null, HerdAddress.physical(agent).orElse(null))
                .coord(coordinator);
    }

    @Override
    protected void addResponse(PingData found, boolean overwrite) {
        // A client that is just joining is no candidate for founding a herd or merging.
        if (HerdAddress.isAgent(found.getAddress())) {
            super.addResponse(found, overwrite);
        }
    }
}
