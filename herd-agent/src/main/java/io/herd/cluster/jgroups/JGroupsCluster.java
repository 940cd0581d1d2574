package io.herd.cluster.jgroups;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Result.Gone;
import io.herd.action.Streaming;
import io.herd.cluster.Cluster;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.Detection;
import io.herd.cluster.Handler;
import io.herd.cluster.JoinException;
import io.herd.cluster.Member;
import io.herd.cluster.MemberWatcher;
import io.herd.cluster.Roster;
import io.herd.cluster.transport.HerdTls;
import io.herd.cluster.transport.KeyProbe;
import io.herd.model.Deadline;
import io.herd.model.HostPort;
import io.herd.model.JoinPlace;
import io.herd.model.NodeName;
import io.herd.model.Reachability.Way;
import io.herd.stream.Opening;
import io.herd.stream.StreamHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jgroups.Address;
import org.jgroups.stack.Configurator;

/**
 * Cluster over JGroups, for a process that has joined the herd as an agent or as a client.
 * Thread-safe.
 */
public final class JGroupsCluster implements Cluster {

    static {
        // Before any other class of JGroups is used, because it reads these settings just once.
        Deserialization.forbid();
        QuietLog.install();
        // Skip looking at all network interfaces for defaults that nobody uses: 30 ms.
        Configurator.skipSettingDefaultValues(true);
    }

    private static final Outcome UNKNOWN =
            new Outcome.Unreachable("no agent of that name is in the herd");

    private final GroupChannel link;
    private final Address self;
    private final Optional<RequestDispatcher> answering;
    private final Optional<MembershipNotifier> news;
    private final StreamDialer dialling;
    private final Optional<Census> census;
    private final ThreadFactory threads;
    private final Duration leaveWithin;
    private final AtomicReference<Optional<String>> remark;

    private JGroupsCluster(
            GroupChannel link,
            Address self,
            Optional<RequestDispatcher> answering,
            Optional<MembershipNotifier> news,
            StreamDialer dialling,
            Optional<Census> census,
            ThreadFactory threads,
            Duration leaveWithin,
            Optional<String> remark) {
        this.link = link;
        this.self = self;
        this.answering = answering;
        this.news = news;
        this.dialling = dialling;
        this.census = census;
        this.threads = threads;
        this.leaveWithin = leaveWithin;
        this.remark = new AtomicReference<>(remark);
    }

    /**
     * Joins the herd as an agent, or founds it if no other agent is found.
     *
     * @param handler carries out actions
     * @param streams serves streams
     * @param watcher told which agents join and leave from now on
     * @param detection how soon this agent takes another for lost
     * @throws JoinException when the address cannot be bound or the name is taken
     */
    public static JGroupsCluster agent(
            ClusterSettings settings,
            NodeName name,
            Handler handler,
            StreamHandler streams,
            MemberWatcher watcher,
            Detection detection)
            throws JoinException {
        return agent(settings, name, handler, streams, watcher, Timing.of(detection));
    }

    static JGroupsCluster agent(
            ClusterSettings settings,
            NodeName name,
            Handler handler,
            StreamHandler streams,
            MemberWatcher watcher,
            Timing timing)
            throws JoinException {
        return new AgentJoin(settings, name, handler, streams, watcher, timing).join();
    }

    /**
     * Joins as a client: asks, is never asked, and never founds a herd.
     *
     * @throws JoinException when no agent is found or admits the client in time, or it has another
     *     key
     */
    public static JGroupsCluster client(ClusterSettings settings) throws JoinException {
        return new ClientJoin(settings).join();
    }

    static JGroupsCluster ofAgent(
            GroupChannel link,
            Address self,
            RequestDispatcher answering,
            MembershipNotifier news,
            StreamDialer dialling,
            Census census,
            ThreadFactory threads) {
        return new JGroupsCluster(
                link,
                self,
                Optional.of(answering),
                Optional.of(news),
                dialling,
                Optional.of(census),
                threads,
                Duration.ofSeconds(1),
                Optional.empty());
    }

    static JGroupsCluster ofClient(
            GroupChannel link,
            Address self,
            StreamDialer dialling,
            ThreadFactory threads,
            Optional<String> remark) {
        return new JGroupsCluster(
                link,
                self,
                Optional.empty(),
                Optional.empty(),
                dialling,
                Optional.empty(),
                threads,
                Duration.ofMillis(400),
                remark);
    }

    @Override
    public List<Member> members() {
        return link.agents().members();
    }

    @Override
    public boolean lost() {
        return members().isEmpty() || link.isForgotten();
    }

    @Override
    public boolean joined() {
        return true;
    }

    @Override
    public Optional<String> remark() {
        return remark.getAndSet(Optional.empty());
    }

    @Override
    public Roster roster() {
        return census.map(Census::roster).orElseGet(this::told);
    }

    // A client's own view may be some milliseconds younger or older than that of whom it asks.
    private Roster told() {
        var all = new TreeMap<NodeName, Member>();
        members().forEach(member -> all.put(member.name(), member));
        var told = MembershipCalls.gone(link, self);
        told.ifPresent(it ->
                it.present().forEach((name, at) -> all.putIfAbsent(name, new Member(name, at))));
        members().forEach(member -> all.put(member.name(), member));
        var gone = told.map(Gone::nodes).orElse(List.of());
        return new Roster(
                List.copyOf(all.values()),
                gone.stream().filter(node -> !all.containsKey(node.name())).toList());
    }

    @Override
    public Outcome send(NodeName to, Action action, Deadline deadline) {
        return start(to, action, deadline).get();
    }

    @Override
    public Answers gather(Set<NodeName> to, Action action, Deadline deadline) {
        var calls = new TreeMap<NodeName, Supplier<Outcome>>();
        to.forEach(node -> calls.put(node, start(node, action, deadline)));
        var outcomes = new TreeMap<NodeName, Outcome>();
        calls.forEach((node, call) -> outcomes.put(node, call.get()));
        return new Answers(outcomes);
    }

    private Supplier<Outcome> start(NodeName to, Action action, Deadline deadline) {
        var agent = link.agents().find(to);
        if (agent.isEmpty()) {
            return () -> UNKNOWN;
        }
        if (agent.get().equals(self) && answering.isPresent()) {
            return RemoteCalls.local(answering.get(), threads, action, deadline);
        }
        var call = RemoteCalls.remote(link, agent.get(), action, deadline);
        return () -> noted(call.get());
    }

    private Outcome noted(Outcome outcome) {
        return census.map(it -> it.noted(outcome)).orElse(outcome);
    }

    @Override
    public Opening open(NodeName node, Streaming what, Deadline deadline) {
        return link.agents()
                .find(node)
                .map(agent -> dialling.open(agent, node, what, deadline))
                .orElseGet(() -> new Opening.Not(UNKNOWN));
    }

    /** Tests the connection to another agent with a new one; returns by the deadline. */
    public Way reach(NodeName node, Deadline deadline) {
        return link.agents()
                .find(node)
                .map(agent -> dialling.reach(agent, node, deadline))
                .orElseGet(() -> new Way.Shut("it has left the herd"));
    }

    /**
     * Finds out who listens at a join place where no agent of this herd is; takes at most about a
     * second.
     */
    public static JoinPlace.Found lookAt(HostPort place, ClusterSettings settings) {
        return switch (KeyProbe.ask(
                place, settings.key().map(key -> HerdTls.of(key, settings.herd())))) {
            case NOBODY -> JoinPlace.Found.NOBODY;
            case STRANGER -> JoinPlace.Found.STRANGER;
            case UNCLEAR -> JoinPlace.Found.UNCLEAR;
        };
    }

    @Override
    public void close() {
        dialling.close();
        if (census.isPresent()) {
            census.get().close();
            MembershipCalls.leave(link, self);
        }
        news.ifPresent(MembershipNotifier::close);
        link.close(leaveWithin);
    }
}
