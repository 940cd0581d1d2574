package io.herd.cli.stream;

import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.cli.flow.Ending;
import io.herd.cli.flow.Unwritten;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Notice;
import io.herd.concurrent.Background;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.Outcomes;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import io.herd.stream.Session;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Streams of several nodes, one thread each. Reports a node whose stream fails at once, since the
 * others may go on for long. Thread-safe.
 */
public final class NodeStreams {

    private final Consumer<String> told;
    private final BiFunction<NodeName, Session, Ending> flow;
    private final Map<NodeName, Outcome> outcomes = new TreeMap<>();
    private final Map<NodeName, Background<Ending>> endings = new ConcurrentSkipListMap<>();

    // Nodes that may come back: their stream broke, or could not be opened yet.
    private final Set<NodeName> broken = ConcurrentHashMap.newKeySet();

    private volatile boolean left;

    private NodeStreams(Consumer<String> told, BiFunction<NodeName, Session, Ending> flow) {
        this.told = told;
        this.flow = flow;
    }

    /** The number of streams that could be opened. */
    public static int open(Map<NodeName, Opening> openings) {
        return (int) openings.values().stream().filter(Opening.Open.class::isInstance).count();
    }

    /**
     * Starts a thread for each stream that could be opened.
     *
     * @param told takes a line about each node whose stream could not be opened or broke
     */
    public static NodeStreams start(
            Map<NodeName, Opening> openings,
            Consumer<String> told,
            BiFunction<NodeName, Session, Ending> flow) {
        var flows = new NodeStreams(told, flow);
        flows.add(openings);
        return flows;
    }

    /**
     * The nodes whose stream broke, or could not be opened because the node or its daemon was not
     * there.
     */
    Set<NodeName> broken() {
        return Set.copyOf(broken);
    }

    /**
     * Adds streams. A node that was lost replaces its broken stream; if that fails again, it is not
     * reported again.
     */
    void add(Map<NodeName, Opening> openings) {
        openings.forEach((node, opening) -> {
            switch (opening) {
                case Opening.Not(var why) -> {
                    if (!broken.contains(node)) {
                        lost(node, why);
                    }
                    if (mayComeBack(why)) {
                        broken.add(node);
                    }
                }
                case Opening.Open(var session) -> {
                    found(node);
                    endings.put(node, Background.start("herd-flow", () -> follow(node, session)));
                }
            }
        });
    }

    private synchronized void found(NodeName node) {
        broken.remove(node);
        outcomes.remove(node);
    }

    private static boolean mayComeBack(Outcome why) {
        return switch (why) {
            case Outcome.Unreachable _, Outcome.TimedOut _ -> true;
            case Outcome.Failed(var failure) ->
                    switch (failure.kind()) {
                        case DAEMON_DOWN, DAEMON_TIMEOUT, DAEMON_LOST -> true;
                        case INVALID,
                                NOT_FOUND,
                                NO_SUCH_COMMAND,
                                NOT_EXECUTABLE,
                                CONFLICT,
                                DENIED,
                                FORBIDDEN,
                                DAEMON_ERROR,
                                INTERNAL ->
                                false;
                    };
            case Outcome.Done _, Outcome.Refused _ -> false;
        };
    }

    private Ending follow(NodeName node, Session session) {
        var ending = flow.apply(node, session);
        switch (ending) {
            case Ending.Broken(var why) -> {
                broken.add(node);
                lost(node, why);
            }
            case Ending.Complete _, Ending.Exited _, Ending.Interrupted _, Unwritten _ -> {}
        }
        return ending;
    }

    private synchronized void lost(NodeName node, Outcome why) {
        outcomes.put(node, why);
        if (!left) {
            told.accept(Notice.of("node " + node + ": " + Outcomes.trouble(why).orElse("lost")));
        }
    }

    /** From now on, lost nodes are not reported any more. */
    public void leave() {
        left = true;
    }

    /** Waits until all have ended. */
    public void await() {
        endings.values().forEach(Background::await);
    }

    /** Waits until all have ended, but at most so long; returns whether they have. */
    public boolean await(Duration longest) {
        var deadline = Deadline.in(longest);
        return endings.values().stream().allMatch(it -> it.await(deadline).isPresent());
    }

    /**
     * The coverage of all nodes: a node whose stream goes on, or has come to its end, counts as
     * answered.
     */
    public synchronized Coverage coverage() {
        var all = new TreeMap<>(outcomes);
        endings.keySet()
                .forEach(node -> all.putIfAbsent(node, new Outcome.Done(new Result.Nothing())));
        return Coverage.of(all);
    }

    /** The exit code for this coverage, if nothing else went wrong. */
    public static Exit exit(Coverage coverage) {
        if (coverage.complete()) {
            return Exit.OK;
        }
        return coverage.answered().isEmpty() ? Exit.FAILED : Exit.PARTIAL;
    }
}
