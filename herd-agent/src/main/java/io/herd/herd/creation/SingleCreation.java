package io.herd.herd.creation;

import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.cluster.Cluster;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ImagePulling;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.creation.CreationPlan.Planned;
import io.herd.herd.creation.Instance.Attempt;
import io.herd.herd.creation.Instance.Missing;
import io.herd.json.docker.ContainerJson;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Carries out an order of one container, and has its image pulled as the policy says, only on the
 * node where the container is placed.
 */
public record SingleCreation(
        Cluster cluster, Duration timeout, CreateRequest order, PullPolicy fetching) {

    public Creation on(Set<NodeName> nodes) {
        return switch (fetching.when()) {
            case ALWAYS -> fetched(nodes);
            case NEVER -> creation().on(nodes);
            case MISSING -> {
                var created = creation().on(nodes);
                yield lacksImage(created) ? fetched(nodes) : created;
            }
        };
    }

    private BulkCreation creation() {
        return new BulkCreation(cluster, timeout, order);
    }

    private Creation fetched(Set<NodeName> nodes) {
        var planned = creation().plan(nodes).planned();
        // If no node can take it, let the creation say why.
        return planned.isEmpty() ? creation().on(nodes) : fetched(planned.getFirst());
    }

    private Creation fetched(Planned place) {
        var image = ContainerJson.image(order.formOf(place.number(), place.node()));
        if (image.isPresent()) {
            var outcome = fetched(image.get(), place.node());
            if (!(outcome instanceof Done)) {
                return failed(place, outcome);
            }
        }
        return creation().on(Set.of(place.node()));
    }

    private Outcome fetched(String image, NodeName node) {
        var request = fetching.request().apply(image);
        var deadline = Deadline.in(timeout.plus(fetching.extra()));
        var pull = new ImagePulling(cluster, request, deadline, fetching.listener());
        return pull.on(Set.of(node)).of(node);
    }

    private Creation failed(Planned place, Outcome why) {
        var attempt = new Attempt(place.node(), why, false);
        return new Creation(
                List.of(new Missing(place.number(), place.name(), List.of(attempt))),
                Outcomes.answered(why) ? Coverage.none() : Coverage.of(Map.of(place.node(), why)),
                new TreeMap<>(),
                List.of(),
                List.of());
    }

    private static boolean lacksImage(Creation creation) {
        return creation.instances().stream()
                .allMatch(instance ->
                        instance instanceof Missing missing
                                && !missing.attempts().isEmpty()
                                && missing.attempts().stream()
                                        .allMatch(SingleCreation::lacksImage));
    }

    private static boolean lacksImage(Attempt attempt) {
        return attempt.outcome() instanceof Failed(var failure) && failure.kind() == Kind.NOT_FOUND;
    }
}
