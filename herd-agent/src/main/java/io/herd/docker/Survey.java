package io.herd.docker;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.TimedOut;
import io.herd.cluster.Cluster;
import io.herd.herd.answer.Outcomes;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks several nodes one question, and waits for those that answer late only for a while, or not at
 * all once it knows enough.
 *
 * @param timeout for all of it
 */
record Survey(Cluster cluster, Duration timeout, SilentNodes silent) {

    /** How long to wait for the others once one has answered. */
    private static final Duration AFTER_FIRST = Duration.ofSeconds(3);

    /** How long to wait where only those are left that were waited for in vain before. */
    private static final Duration FOR_SILENT = Duration.ofMillis(200);

    /** The same for less time. */
    Survey within(Duration other) {
        return new Survey(cluster, timeout.compareTo(other) < 0 ? timeout : other, silent);
    }

    private record One(NodeName node, Outcome outcome) {}

    /**
     * @param enough whether an outcome is all that must be known
     * @return an outcome for each node; {@link TimedOut} for those that were not waited for
     */
    Answers ask(Collection<NodeName> nodes, Action action, Predicate<Outcome> enough) {
        return ask(nodes, _ -> action, enough);
    }

    /** The same with a question for each node. */
    Answers ask(
            Collection<NodeName> nodes,
            Function<NodeName, Action> action,
            Predicate<Outcome> enough) {
        long began = System.nanoTime();
        var deadline = Deadline.in(timeout);
        var come = new LinkedBlockingQueue<One>();
        for (var node : nodes) {
            Thread.ofVirtual()
                    .name("herd-docker-survey")
                    .start(() -> come.add(asked(node, action.apply(node), deadline)));
        }
        var outcomes = gathered(Set.copyOf(nodes), come, deadline, enough);
        var waited = Duration.ofNanos(System.nanoTime() - began);
        nodes.forEach(node -> outcomes.putIfAbsent(node, new TimedOut(waited)));
        return Answers.of(outcomes);
    }

    private One asked(NodeName node, Action action, Deadline deadline) {
        var outcome = cluster.send(node, action, deadline);
        if (Outcomes.answered(outcome)) {
            silent.answered(node);
        }
        return new One(node, outcome);
    }

    private Map<NodeName, Outcome> gathered(
            Set<NodeName> nodes,
            BlockingQueue<One> come,
            Deadline deadline,
            Predicate<Outcome> enough) {
        var outcomes = new TreeMap<NodeName, Outcome>();
        var left = new HashSet<>(nodes);
        var until = deadline;
        while (!left.isEmpty()) {
            var one = next(come, until);
            if (one == null) {
                left.forEach(silent::waitedInVainFor);
                return outcomes;
            }
            outcomes.put(one.node(), one.outcome());
            left.remove(one.node());
            if (enough.test(one.outcome())) {
                return outcomes;
            }
            if (Outcomes.answered(one.outcome())) {
                boolean usual = left.stream().anyMatch(it -> !silent.has(it));
                until = until.within(usual ? AFTER_FIRST : FOR_SILENT);
            }
        }
        return outcomes;
    }

    private static @Nullable One next(BlockingQueue<One> come, Deadline until) {
        try {
            return come.poll(until.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
