package io.herd.cluster.socket;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.action.Streaming;
import io.herd.cluster.Cluster;
import io.herd.cluster.Member;
import io.herd.cluster.Roster;
import io.herd.json.wire.Question;
import io.herd.json.wire.Wire;
import io.herd.json.wire.WireException;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.stream.Opening;
import io.herd.stream.Session;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Cluster that asks the agent of this host over its Unix socket, with one connection per question:
 * the command need not join the herd, and no view changes.
 */
public final class SocketCluster implements Cluster {

    // A healthy agent answers in a millisecond; a frozen one never does.
    private static final Duration HELLO = Duration.ofSeconds(2);
    // Added to deadlines for the way to the agent and back.
    private static final Duration WAY = Duration.ofSeconds(1);

    private static final Duration RETRY = Duration.ofMillis(5);

    private final Path socket;
    private volatile Wire.Members members;

    private SocketCluster(Path socket, Wire.Members members) {
        this.socket = socket;
        this.members = members;
    }

    /**
     * Connects to the agent that listens at this path.
     *
     * @return empty if no agent listens there, it may not be used, or it does not answer within two
     *     seconds
     */
    public static Optional<SocketCluster> at(Path socket) {
        try {
            return Optional.of(new SocketCluster(socket, members(socket)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The name of the herd. */
    public String herd() {
        return members.herd();
    }

    @Override
    public List<Member> members() {
        return roster().members();
    }

    @Override
    public Roster roster() {
        // If the agent is lost, the last known members: asking them reports each as unreachable.
        var _ = lost();
        var last = members;
        return new Roster(
                last.addresses().entrySet().stream()
                        .map(member -> new Member(member.getKey(), member.getValue()))
                        .toList(),
                last.gone());
    }

    @Override
    public boolean lost() {
        try {
            members = members(socket);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public Outcome send(NodeName to, Action action, Deadline deadline) {
        return gather(Set.of(to), action, deadline).of(to);
    }

    @Override
    public Answers gather(Set<NodeName> to, Action action, Deadline deadline) {
        var started = System.nanoTime();
        var question = new Question.Ask(to, action, deadline.remaining());
        try {
            return read(
                    ask(socket, question, Deadline.in(deadline.remaining().plus(WAY))),
                    Wire::answers);
        } catch (RefusedException e) {
            return all(to, new Outcome.Refused("by the agent of this host: " + e.getMessage()));
        } catch (SocketTimeoutException e) {
            return all(to, new Outcome.TimedOut(Duration.ofNanos(System.nanoTime() - started)));
        } catch (IOException e) {
            return all(
                    to, new Outcome.Unreachable("lost the agent of this host: " + e.getMessage()));
        }
    }

    private static Answers all(Set<NodeName> nodes, Outcome outcome) {
        var outcomes = new TreeMap<NodeName, Outcome>();
        nodes.forEach(node -> outcomes.put(node, outcome));
        return new Answers(outcomes);
    }

    @Override
    public Opening open(NodeName node, Streaming what, Deadline deadline) {
        return Opening.of(
                by -> connect(socket, by),
                new Question.Open(node, what, deadline.remaining()),
                Deadline.in(deadline.remaining().plus(WAY)));
    }

    /** Does nothing: there is nothing to leave. */
    @Override
    public void close() {}

    private static Wire.Members members(Path socket) throws IOException {
        return read(ask(socket, new Question.Members(), Deadline.in(HELLO)), Wire::members);
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(RawJson document) throws WireException;
    }

    private static <T> T read(RawJson document, Reader<T> reader) throws IOException {
        try {
            return reader.read(document);
        } catch (WireException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static RawJson ask(Path socket, Question question, Deadline deadline)
            throws IOException {
        try (var session = connect(socket, deadline)) {
            var asking = new Frame.Document(Wire.question(question));
            return switch (session.ask(asking, deadline)) {
                case Frame.Document(var answer) -> answer;
                case Frame.Failed(Outcome.Refused(var why)) -> throw new RefusedException(why);
                case Frame other -> throw new ProtocolException("it answered with " + other);
            };
        }
    }

    /** Thrown when the agent of this host refuses a question. */
    private static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }
    }

    private static Session connect(Path socket, Deadline deadline) throws IOException {
        while (true) {
            var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                // An agent that is stopped leaves its queue to fill; then a blocking connect would
                // wait for ever, and this one fails at once.
                channel.configureBlocking(false);
                channel.connect(UnixDomainSocketAddress.of(socket));
                channel.configureBlocking(true);
                return Sessions.over(channel);
            } catch (IOException e) {
                channel.close();
                awaitRoom(socket, e, deadline);
            }
        }
    }

    // EAGAIN has no class of its own, and its message is in the user's language; ENOENT is the
    // same.
    private static void awaitRoom(Path socket, IOException e, Deadline deadline)
            throws IOException {
        if (!e.getClass().equals(SocketException.class) || !Files.exists(socket)) {
            throw e;
        }
        if (deadline.passed()) {
            throw new SocketTimeoutException("the agent of this host takes no connections");
        }
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
    }
}
