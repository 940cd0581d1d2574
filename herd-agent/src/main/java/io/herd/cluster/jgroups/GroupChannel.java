package io.herd.cluster.jgroups;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.Receiver;
import org.jgroups.SuspectedException;
import org.jgroups.View;
import org.jgroups.blocks.MessageDispatcher;
import org.jgroups.blocks.RequestHandler;
import org.jgroups.blocks.RequestOptions;
import org.jgroups.blocks.ResponseMode;
import org.jgroups.blocks.UnicastRequest;
import org.jgroups.stack.AddressGenerator;
import org.jgroups.stack.Protocol;

/**
 * This process's JGroups channel: the agents in its view, and requests to one of them. Thread-safe.
 */
final class GroupChannel {

    private final JChannel channel;
    private final MessageDispatcher dispatcher;
    private final ThreadFactory threads;
    private final Map<UnicastRequest<byte[]>, Address> pending = new ConcurrentHashMap<>();
    private final Set<Address> lost = ConcurrentHashMap.newKeySet();
    private final Set<Address> odd = ConcurrentHashMap.newKeySet();
    private final SeenMembers seen = new SeenMembers();
    private volatile Agents agents = Agents.NONE;
    private volatile Consumer<Agents> onChange = _ -> {};

    GroupChannel(
            List<Protocol> stack,
            Address self,
            Optional<RequestHandler> handler,
            ThreadFactory threads)
            throws Exception {
        this.threads = threads;
        channel = new JChannel(stack);
        channel.setName(self.toString());
        channel.addAddressGenerator(
                new AddressGenerator() {
                    // JGroups deprecates this method, but has no other to implement.
                    @SuppressWarnings("deprecation")
                    @Override
                    public Address generateAddress() {
                        return self;
                    }
                });
        dispatcher = new MessageDispatcher(channel);
        dispatcher.setReceiver(
                new Receiver() {
                    @Override
                    public void viewAccepted(View view) {
                        changed(view);
                    }
                });
        handler.ifPresent(h -> {
            dispatcher.setRequestHandler(h);
            dispatcher.asyncDispatching(true);
        });
    }

    void connect(String herd) throws Exception {
        channel.connect(herd);
    }

    /** The agents in the view; none once the channel is closed, whoever closed it. */
    Agents agents() {
        if (!channel.isConnected()) {
            return Agents.NONE;
        }
        return lost.isEmpty() ? agents : agents.without(lost);
    }

    /** Whether the member is in the view, or about to come into it. */
    boolean sees(Address member) {
        return seen.contains(member);
    }

    /** Whether the agents have removed this client from the view. */
    boolean isForgotten() {
        ClientHeartbeat heartbeat = channel.getProtocolStack().findProtocol(ClientHeartbeat.class);
        return heartbeat != null && heartbeat.isForgotten();
    }

    /** Sets the listener for changes; called on a thread of JGroups, so it must not block. */
    void onChange(Consumer<Agents> listener) {
        onChange = listener;
    }

    private void changed(View view) {
        lost.retainAll(view.getMembers());
        agents = Agents.of(view.getMembers());
        seen.view(view);
        nameOdd(view.getMembers());
        onChange.accept(agents);
    }

    private void nameOdd(List<Address> members) {
        odd.retainAll(members);
        members.stream()
                .filter(member -> HerdAddress.isOdd(member) && odd.add(member))
                .forEach(member ->
                        QuietLog.LOG.log(
                                Level.WARNING,
                                "left out a member of the herd: {0} is no name and address of an agent; it may be of another version of herd",
                                member));
    }

    /** Treats these members as gone because they do not answer, although no view says so. */
    void lost(Collection<Address> members) {
        lost.addAll(members);
        pending.forEach((request, to) -> {
            if (members.contains(to)) {
                request.completeExceptionally(new SuspectedException(to));
            }
        });
        onChange.accept(agents());
    }

    /**
     * Sends a request, on a thread of its own because connecting may take its time. The reply fails
     * as soon as the member leaves the view; a caller that gives up cancels it.
     */
    CompletableFuture<byte[]> request(Address to, byte[] bytes) {
        var options = new RequestOptions(ResponseMode.GET_FIRST, 0);
        var request = new UnicastRequest<byte[]>(dispatcher.correlator(), to, options);
        pending.put(request, to);
        var _ = request.whenComplete((_, _) -> pending.remove(request));
        threads.newThread(() -> send(request, to, bytes)).start();
        return request;
    }

    private static void send(UnicastRequest<byte[]> request, Address to, byte[] bytes) {
        try {
            request.execute(new BytesMessage(to, bytes), false);
        } catch (Exception e) {
            request.completeExceptionally(e);
        }
    }

    /**
     * Leaves the group, and waits for that at most this long; what remains goes on in a daemon
     * thread.
     */
    void close(Duration within) {
        var closing = Thread.ofPlatform().daemon().name("herd-leave").unstarted(channel::close);
        closing.start();
        try {
            closing.join(within);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
