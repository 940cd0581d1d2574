package io.herd.cluster;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.action.Streaming;
import io.herd.agent.LocalNode;
import io.herd.engine.Engine;
import io.herd.json.wire.Question;
import io.herd.model.Caller;
import io.herd.model.Deadline;
import io.herd.model.GoneNode;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import io.herd.stream.Session;
import io.herd.stream.SessionPair;
import io.herd.stream.StreamHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * A cluster whose agents live in this process, for tests of what is above it; it records what was
 * sent to whom.
 */
public final class InProcessCluster implements Cluster {

    /** What was sent to whom. */
    public record Sent(NodeName to, Action action) {}

    private final Map<NodeName, Handler> agents = new ConcurrentHashMap<>();
    private final Map<NodeName, StreamHandler> streams = new ConcurrentHashMap<>();
    private final Map<NodeName, GoneNode> gone = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Caller> callers = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Streaming> opened = new ConcurrentLinkedQueue<>();

    public InProcessCluster with(String name, Handler agent) {
        agents.put(new NodeName(name), agent);
        gone.remove(new NodeName(name));
        return this;
    }

    /** An agent with a daemon of its own. */
    public InProcessCluster with(String name, Engine daemon) {
        return with(name, new LocalNode(new NodeName(name), daemon));
    }

    public InProcessCluster with(String name, Handler agent, StreamHandler flowing) {
        streams.put(new NodeName(name), flowing);
        return with(name, agent);
    }

    /** From now on the agent is in the view but is lost whenever it is asked. */
    public InProcessCluster lose(String name) {
        streams.remove(new NodeName(name));
        return with(name, (_, _) -> new Outcome.Unreachable("lost"));
    }

    /** From now on the agent never answers; nobody waits for real. */
    public InProcessCluster freeze(String name) {
        return with(name, (_, _) -> new Outcome.TimedOut(Duration.ofSeconds(1)));
    }

    /** The agent leaves the view. */
    public void leave(String name) {
        agents.remove(new NodeName(name));
    }

    /** The agent is lost, and remembered. */
    public void die(String name, Duration ago, Optional<Integer> containers) {
        leave(name);
        var node = new NodeName(name);
        gone.put(node, new GoneNode(node, name + ".test:7800", ago, containers));
    }

    @Override
    public Roster roster() {
        return new Roster(
                members(), gone.values().stream().sorted(comparing(GoneNode::name)).toList());
    }

    /** The streams that were asked for, of whichever node. */
    public List<Streaming> opened() {
        return List.copyOf(opened);
    }

    /** On whose behalf something was sent or opened, each time that it was said. */
    public List<Caller> callers() {
        return List.copyOf(callers);
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    @Override
    public List<Member> members() {
        return agents.keySet().stream()
                .sorted()
                .map(name -> new Member(name, name + ".test:7800"))
                .toList();
    }

    @Override
    public Outcome send(NodeName to, Action action, Deadline deadline) {
        var asked = action.asked();
        if (action instanceof Action.OnBehalf(var caller, _)) {
            callers.add(caller);
        }
        sent.add(new Sent(to, asked));
        if (asked instanceof Action.ForgetGone(var name)) {
            gone.remove(name);
            return new Outcome.Done(new Result.Nothing());
        }
        var agent = agents.get(to);
        return agent == null
                ? new Outcome.Unreachable("not in the view")
                : agent.handle(asked, deadline);
    }

    @Override
    public Answers gather(Set<NodeName> to, Action action, Deadline deadline) {
        return Answers.of(
                to.stream().collect(toMap(node -> node, node -> send(node, action, deadline))));
    }

    /** Flows over a connection of this host, as it would between two. */
    @Override
    public Opening open(NodeName node, Streaming what, Deadline deadline) {
        if (what instanceof Streaming.OnBehalf(var caller, _)) {
            callers.add(caller);
        }
        opened.add(what.asked());
        var serving = streams.get(node);
        return serving == null
                ? new Opening.Not(new Outcome.Unreachable("not in the view"))
                : Opening.of(
                        by -> connect(session -> serving.serve(what.asked(), by, session)),
                        new Question.Open(node, what, deadline.remaining()),
                        deadline);
    }

    private static Session connect(Consumer<Session> server) throws IOException {
        var ends = SessionPair.connect();
        Thread.ofVirtual()
                .start(() -> {
                    try (var there = ends.there()) {
                        var _ = there.receive();
                        server.accept(there);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return ends.here();
    }

    /** Closing does nothing: many short-lived commands can use it one after the other. */
    @Override
    public void close() {}
}
