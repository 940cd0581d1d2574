package io.herd.cluster.jgroups;

import io.herd.action.Action;
import io.herd.action.Outcome;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.Handler;
import io.herd.cluster.JoinException;
import io.herd.cluster.JoinException.Reason;
import io.herd.cluster.LostNodes;
import io.herd.cluster.MemberWatcher;
import io.herd.cluster.transport.BindAddress;
import io.herd.cluster.transport.HerdTls;
import io.herd.cluster.transport.KeyProbe;
import io.herd.cluster.transport.Listener;
import io.herd.cluster.transport.Multicast;
import io.herd.model.Deadline;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import io.herd.stream.StreamHandler;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.jgroups.Address;
import org.jgroups.PhysicalAddress;
import org.jgroups.stack.IpAddress;

/** Joins or founds a herd as an agent, and claims the node's name. */
final class AgentJoin {

    private static final Duration LEAVE = Duration.ofSeconds(1);
    // Nanoseconds between two checks of the view.
    private static final long LOOK = 20_000_000;

    private final ClusterSettings settings;
    private final NodeName name;
    private final Handler handler;
    private final StreamHandler streams;
    private final MemberWatcher watcher;
    private final Timing timing;
    private final ThreadFactory threads = Thread.ofVirtual().name("herd-", 0).factory();

    AgentJoin(
            ClusterSettings settings,
            NodeName name,
            Handler handler,
            StreamHandler streams,
            MemberWatcher watcher,
            Timing timing) {
        this.settings = settings;
        this.name = name;
        this.handler = handler;
        this.streams = streams;
        this.watcher = watcher;
        this.timing = timing;
    }

    JGroupsCluster join() throws JoinException {
        var to = BindAddress.agent(settings);
        var tls = settings.key().map(key -> HerdTls.of(key, settings.herd()));
        var listener = Listener.bind(to, tls, threads);
        var self = HerdAddress.agent(name, listener.address());
        var lost = new LostNodes(InstantSource.system());
        var answering =
                new RequestDispatcher(
                        new MembershipHandler(lost, handler),
                        task -> threads.newThread(task).start());
        var link = connect(listener, self, answering, tls);
        answering.onlyFor(link::sees);
        try {
            claimName(link, self);
        } catch (JoinException e) {
            link.close(LEAVE);
            throw e;
        }
        if (link.agents().inOrder().size() == 1) {
            threads.newThread(() -> warnOfStrangers(tls)).start();
        }
        learnWhoIsGone(lost, link, self);
        var news = new MembershipNotifier(watcher, self, link.agents(), threads);
        var dialling = new StreamDialer(listener);
        var census = new Census(lost, watcher, link, self, threads);
        link.onChange(agents -> {
            news.tell(agents);
            dialling.retain(agents);
            census.view(agents);
        });
        // Report what changed before the listener was set.
        news.tell(link.agents());
        census.view(link.agents());
        census.start();
        listener.server().streamsTo(new StreamAcceptor(name, streams)::serve);
        return JGroupsCluster.ofAgent(link, self, answering, news, dialling, census, threads);
    }

    // Whoever asks this agent must hear of those who are gone also if no other agent can tell now.
    private void learnWhoIsGone(LostNodes lost, GroupChannel link, Address self) {
        // With this view known, the census does not ask the same again at once.
        lost.view(link.agents().members());
        MembershipCalls.gone(link, self)
                .ifPresentOrElse(
                        told -> lost.learn(told.nodes(), told.age()), () -> missOthers(lost));
    }

    // What another node has noted in the same place is not this one's herd.
    private void missOthers(LostNodes lost) {
        var noted = watcher.noted();
        if (noted.stream().anyMatch(it -> it.name().equals(name))) {
            lost.miss(noted.stream().filter(it -> !it.name().equals(name)).toList());
        }
    }

    private GroupChannel connect(
            Listener listener, Address self, RequestDispatcher answering, Optional<HerdTls> tls)
            throws JoinException {
        var multicast = Multicast.of(settings, listener.address().getAddress());
        var discovery =
                new HerdDiscovery(settings.join(), multicast, true, at -> isSlow(at, tls), threads);
        try {
            var stack = Stack.of(listener, discovery, Optional.empty(), timing);
            var link = new GroupChannel(stack, self, Optional.of(answering), threads);
            link.connect(settings.herd());
            return link;
        } catch (Exception e) {
            listener.close();
            throw new JoinException(
                    Reason.NO_AGENT, "could not join the herd: " + e.getMessage(), e);
        }
    }

    private static boolean isSlow(PhysicalAddress at, Optional<HerdTls> tls) {
        return at instanceof IpAddress ip
                && KeyProbe.ask(HostPort.of(ip.getIpAddress(), ip.getPort()), tls)
                        == KeyProbe.Verdict.UNCLEAR;
    }

    /**
     * Fails if another live agent has this name: it belongs to whoever had it first. After a crash,
     * for some seconds the rival can be this node's own dead process: then waits until it has left
     * the view.
     */
    private void claimName(GroupChannel link, Address self) throws JoinException {
        var rival = rival(link, self);
        while (rival.isPresent()) {
            if (answers(link, rival.get()) || !leaves(link, rival.get())) {
                throw new JoinException(
                        Reason.NAME_TAKEN,
                        "a node named '%s' is already in the herd '%s', at %s: choose another --name"
                                .formatted(
                                        name,
                                        settings.herd(),
                                        HerdAddress.listens(rival.get()).orElseThrow()));
            }
            rival = rival(link, self);
        }
    }

    private Optional<Address> rival(GroupChannel link, Address self) {
        return link.agents().find(name).filter(first -> !first.equals(self));
    }

    private boolean answers(GroupChannel link, Address rival) {
        var deadline = Deadline.in(timing.rivalAnswer());
        var call = RemoteCalls.remote(link, rival, new Action.DescribeNode(), deadline);
        return switch (call.get()) {
            case Outcome.Done _, Outcome.Failed _, Outcome.Refused _ -> true;
            case Outcome.Unreachable _, Outcome.TimedOut _ -> false;
        };
    }

    private boolean leaves(GroupChannel link, Address rival) {
        var deadline = Deadline.in(timing.rivalGone());
        while (link.agents().inOrder().contains(rival) && !deadline.passed()) {
            LockSupport.parkNanos(LOOK);
        }
        return !link.agents().inOrder().contains(rival);
    }

    /**
     * Warns if join hosts do not accept our key: with a wrong key an agent founds a herd of its
     * own, and nobody would know why.
     */
    private void warnOfStrangers(Optional<HerdTls> tls) {
        for (var host : settings.join()) {
            if (KeyProbe.ask(host, tls) == KeyProbe.Verdict.STRANGER) {
                QuietLog.LOG.log(
                        Level.WARNING,
                        "{0} listens but does not accept this key for the herd ''{1}'': check --key and --cluster",
                        host,
                        settings.herd());
            }
        }
    }
}
