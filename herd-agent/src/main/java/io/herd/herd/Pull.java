package io.herd.herd;

import static java.util.stream.Collectors.toMap;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.LeftOut;
import io.herd.cluster.Cluster;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Set;

/** Has nodes fetch an image, all at once, and tells of each as soon as it has answered. */
record Pull(Cluster cluster, Action action, Deadline deadline, Progress.Listener listener) {

    private record Answer(NodeName node, Outcome outcome) {}

    Answers on(Set<NodeName> nodes) {
        // Each of them waits as long as the image takes, so none may wait for another's thread.
        return Answers.of(
                Parallel.map(List.copyOf(nodes), nodes.size(), this::ask).stream()
                        .collect(toMap(Answer::node, Answer::outcome)));
    }

    private Answer ask(NodeName node) {
        var outcome = cluster.send(node, action, deadline);
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
}
