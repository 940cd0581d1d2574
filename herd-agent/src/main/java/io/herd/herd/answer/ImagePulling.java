package io.herd.herd.answer;

import static java.util.stream.Collectors.toMap;

import io.herd.action.Action.PullImage;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
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
        Cluster cluster, PullImage image, Deadline deadline, Progress.Listener listener) {

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
        var outcome = cluster.send(node, image, deadline);
        listener.hear(
                switch (outcome) {
                    case Done _ -> new Progress.Pulled(node);
                    case Outcome.Refused _,
                            Outcome.Failed _,
                            Outcome.Unreachable _,
                            Outcome.TimedOut _ ->
                            new Progress.NotPulled(node);
                });
        return new Answer(node, outcome);
    }
}
