package io.herd.herd.answer;

import static java.util.stream.Collectors.toMap;

import io.herd.action.Action.DescribeNode;
import io.herd.action.Action.IfRegistered;
import io.herd.action.Action.PullImage;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Described;
import io.herd.action.Result.LeftOut;
import io.herd.cluster.Cluster;
import io.herd.concurrent.Parallel;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Set;

/**
 * Makes nodes pull an image in parallel, and reports each node to a listener as soon as it has
 * answered.
 */
public record ImagePulling(
        Cluster cluster,
        Selector who,
        PullImage image,
        Deadline deadline,
        Progress.Listener listener) {

    private record Answer(NodeName node, Outcome outcome) {}

    public Answers on(Set<NodeName> nodes) {
        listener.hear(new Progress.Pulling(image.reference(), nodes));
        try {
            // Each call takes as long as the pull, so each node needs its own thread at once.
            return Answers.of(
                    Parallel.map(List.copyOf(nodes), nodes.size(), this::ask).stream()
                            .collect(toMap(Answer::node, Answer::outcome)));
        } finally {
            listener.hear(new Progress.Ended());
        }
    }

    private Answer ask(NodeName node) {
        var outcome = outcome(node);
        listener.hear(
                switch (outcome) {
                    case Done(LeftOut _) -> new Progress.LeftOut(node);
                    case Done _ -> new Progress.Pulled(node);
                    case Outcome.Refused _,
                            Outcome.Failed _,
                            Outcome.Unreachable _,
                            Outcome.TimedOut _ ->
                            new Progress.NotPulled(node);
                });
        return new Answer(node, outcome);
    }

    private Outcome outcome(NodeName node) {
        return switch (who) {
            case Selector.Named _ -> cluster.send(node, image, deadline);
            case Selector.Everyone _ -> {
                // Ask first whether it is registered: a node that leaves itself out must not see
                // the login.
                var first = cluster.send(node, new IfRegistered(new DescribeNode()), deadline);
                yield first instanceof Done(Described _)
                        ? cluster.send(node, image, deadline)
                        : first;
            }
        };
    }
}
