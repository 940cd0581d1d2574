package io.herd.cluster.jgroups;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.cluster.Cluster;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.Handler;
import io.herd.cluster.JoinException;
import io.herd.cluster.Key;
import io.herd.cluster.Member;
import io.herd.cluster.MemberWatcher;
import io.herd.cluster.transport.HerdSecrets;
import io.herd.cluster.transport.HerdTls;
import io.herd.cluster.transport.Listener;
import io.herd.cluster.transport.Multicast;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.stream.Echo;
import io.herd.stream.StreamHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jgroups.util.ExtendedUUID;

/** The members of one herd on loopback, for one test; all leave at its end. */
public final class Members implements AutoCloseable {

    private static final Duration JOIN = Duration.ofMillis(2_500);

    public static final Key KEY = new Key("a secret of at least thirty-two characters");
    public static final Key OTHER_KEY = new Key("quite another secret of thirty-two characters");
    static final Timing QUICK = Timing.USUAL.foundAfter(Duration.ofMillis(400));

    private static final HostPort ANY_PORT = new HostPort("127.0.0.1", 0);

    private final String herd = "test-" + UUID.randomUUID();
    private final Optional<Key> key;
    private final List<HostPort> addresses = new ArrayList<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    Members(Optional<Key> key) {
        this.key = key;
    }

    static Members withKey() {
        return new Members(Optional.of(KEY));
    }

    static Members withoutKey() {
        return new Members(Optional.empty());
    }

    /** Answers everything with its name. */
    static Handler says(String name) {
        return (_, _) -> new Outcome.Done(new Result.Document(new RawJson("\"" + name + "\"")));
    }

    String herd() {
        return herd;
    }

    List<HostPort> addresses() {
        return addresses;
    }

    JGroupsCluster agent(String name) throws JoinException {
        return agent(name, says(name));
    }

    JGroupsCluster agent(String name, Handler handler) throws JoinException {
        return agent(name, handler, MemberWatcher.NONE, settings(addresses, key, ANY_PORT));
    }

    JGroupsCluster agent(String name, StreamHandler streams) throws JoinException {
        return agent(
                name, says(name), streams, MemberWatcher.NONE, settings(addresses, key, ANY_PORT));
    }

    JGroupsCluster agent(
            String name, Handler handler, MemberWatcher watcher, ClusterSettings settings)
            throws JoinException {
        return agent(name, handler, new Echo(), watcher, settings);
    }

    private JGroupsCluster agent(
            String name,
            Handler handler,
            StreamHandler streams,
            MemberWatcher watcher,
            ClusterSettings settings)
            throws JoinException {
        var agent =
                JGroupsCluster.agent(
                        settings, new NodeName(name), handler, streams, watcher, QUICK);
        open.push(agent::close);
        addresses.add(addressOf(agent, name));
        return agent;
    }

    JGroupsCluster client() throws JoinException {
        return client(settings(addresses, key, ANY_PORT));
    }

    JGroupsCluster client(ClusterSettings settings) throws JoinException {
        var client = JGroupsCluster.client(settings);
        open.push(client::close);
        return client;
    }

    /** A member that holds the key, and says of itself what no agent says. */
    Rogue odd(String name) throws Exception {
        var threads = Thread.ofVirtual().factory();
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var listener = Listener.bind(loopback, key.map(it -> HerdTls.of(it, herd)), threads);
        var listens = new HostPort("127.0.0.1", listener.address().getPort());
        var self =
                ExtendedUUID.randomUUID()
                        .put("n", name.getBytes(UTF_8))
                        .put("a", listens.toString().getBytes(UTF_8));
        var multicast = new Multicast(loopback.getAddress(), HerdSecrets.discoveryMacs(key, herd));
        var discovery = new HerdDiscovery(addresses, multicast, true, _ -> false, threads);
        var stack = Stack.of(listener, discovery, Optional.empty(), QUICK);
        var link =
                new GroupChannel(
                        stack,
                        self,
                        Optional.of(new RequestDispatcher(says(name), Runnable::run)),
                        threads);
        link.connect(herd);
        return new Rogue(link, stack);
    }

    SpawnedAgent process(String name) throws Exception {
        var process = SpawnedAgent.start(herd, name, ANY_PORT, addresses, key);
        open.push(process::close);
        addresses.add(process.address());
        return process;
    }

    SpawnedAgent process(String name, HostPort at, List<HostPort> join) throws Exception {
        var process = SpawnedAgent.start(herd, name, at, join, key);
        open.push(process::close);
        return process;
    }

    ClusterSettings settings(List<HostPort> join) {
        return settings(join, key, ANY_PORT);
    }

    ClusterSettings settings(List<HostPort> join, Optional<Key> withKey, HostPort bind) {
        return new ClusterSettings(herd, Optional.of(bind), join, withKey, JOIN, JOIN);
    }

    static HostPort addressOf(Cluster cluster, String name) {
        return cluster.members().stream()
                .filter(m -> m.name().value().equals(name))
                .map(m -> HostPort.parse(m.address(), 0))
                .findFirst()
                .orElseThrow();
    }

    static List<String> names(Cluster cluster) {
        return cluster.members().stream().map(Member::name).map(NodeName::value).toList();
    }

    static Set<NodeName> nodes(String... names) {
        return List.of(names).stream().map(NodeName::new).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
