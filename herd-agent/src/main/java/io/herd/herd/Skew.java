package io.herd.herd;

import io.herd.action.Action.TellTime;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Time;
import io.herd.cluster.Cluster;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The difference between a node's clock and this host's.
 *
 * @param ahead how far the node's clock is ahead; negative if it is behind
 * @param margin maximum error of this: half the time the answer took
 */
public record Skew(Duration ahead, Duration margin) {

    // The quickest of several answers is the most exact.
    private static final int QUESTIONS = 3;

    static Optional<Skew> of(Cluster cluster, NodeName node, Deadline deadline) {
        return IntStream.range(0, QUESTIONS)
                .mapToObj(_ -> ask(cluster, node, deadline))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Skew::margin));
    }

    private static Optional<Skew> ask(Cluster cluster, NodeName node, Deadline deadline) {
        var asked = Instant.now();
        var started = System.nanoTime();
        var outcome = cluster.send(node, new TellTime(), deadline);
        var half = Duration.ofNanos((System.nanoTime() - started) / 2);
        return outcome instanceof Done(Time(var now))
                ? Optional.of(new Skew(Duration.between(asked.plus(half), now), half))
                : Optional.empty();
    }
}
