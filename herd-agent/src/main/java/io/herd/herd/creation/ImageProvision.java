package io.herd.herd.creation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.herd.action.Action.InspectImage;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.cluster.Cluster;
import io.herd.herd.answer.ImagePulling;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.creation.CreationPlan.Planned;
import io.herd.json.docker.ContainerJson;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes nodes pull the images of the containers that they are to create, as a policy says. */
record ImageProvision(Cluster cluster, Duration timeout, CreateRequest order, PullPolicy policy) {

    private record Need(String image, NodeName node) {}

    /** Pulls what is wanted, on all nodes in parallel; the result has the nodes that could not. */
    Map<NodeName, Outcome> failures(List<Planned> plan) {
        var failures = new TreeMap<NodeName, Outcome>();
        byImage(plan)
                .forEach((image, nodes) ->
                        pulled(image, wanting(image, nodes))
                                .forEach((node, outcome) -> {
                                    if (!(outcome instanceof Done)) {
                                        failures.put(node, outcome);
                                    }
                                }));
        return failures;
    }

    // An image can have the node or the number of the container in its name.
    private Map<String, Set<NodeName>> byImage(List<Planned> plan) {
        return plan.stream()
                .flatMap(place ->
                        ContainerJson.image(order.formOf(place.number(), place.node())).stream()
                                .map(image -> new Need(image, place.node())))
                .collect(
                        groupingBy(
                                Need::image,
                                TreeMap::new,
                                mapping(Need::node, toCollection(TreeSet::new))));
    }

    private Set<NodeName> wanting(String image, Set<NodeName> nodes) {
        return switch (policy.when()) {
            case ALWAYS -> nodes;
            case MISSING -> lacking(image, nodes);
            case NEVER -> Set.of();
        };
    }

    private Set<NodeName> lacking(String image, Set<NodeName> nodes) {
        var lacking = new TreeSet<NodeName>();
        cluster.gather(nodes, new InspectImage(image), Deadline.in(timeout))
                .byNode()
                .forEach((node, outcome) -> {
                    if (Outcomes.notFound(outcome)) {
                        lacking.add(node);
                    }
                });
        return lacking;
    }

    private Map<NodeName, Outcome> pulled(String image, Set<NodeName> nodes) {
        if (nodes.isEmpty()) {
            return Map.of();
        }
        var deadline = Deadline.in(timeout.plus(policy.extra()));
        var pull = policy.request().apply(image);
        return new ImagePulling(cluster, pull, deadline, policy.listener()).on(nodes).byNode();
    }
}
