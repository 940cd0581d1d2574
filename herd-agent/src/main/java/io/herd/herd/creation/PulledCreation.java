package io.herd.herd.creation;

import io.herd.action.Outcome;
import io.herd.cluster.Cluster;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.answer.Progress;
import io.herd.herd.creation.Instance.Attempt;
import io.herd.herd.creation.Instance.Missing;
import io.herd.herd.creation.LostCreateLookup.Pace;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Carries out an order as {@link BulkCreation} does, and has its image pulled as the policy says,
 * only on the nodes where containers are placed. A node that cannot pull it gets none, if another
 * can.
 */
public record PulledCreation(
        Cluster cluster, Duration timeout, CreateRequest order, PullPolicy policy) {

    public Creation on(Set<NodeName> nodes) {
        return switch (policy.when()) {
            case ALWAYS -> pulled(nodes);
            case NEVER -> creation().on(nodes);
            case MISSING -> order.instances() == 1 ? whereItIs(nodes) : pulled(nodes);
        };
    }

    // One container goes to a node that has the image, if any has; several are to be spread.
    private Creation whereItIs(Set<NodeName> nodes) {
        var created = creation().on(nodes);
        return lacksImage(created) ? pulled(nodes) : created;
    }

    private BulkCreation creation() {
        var listener = order.instances() == 1 ? Progress.UNHEARD : policy.listener();
        return new BulkCreation(cluster, timeout, order, Pace.USUAL, listener);
    }

    private Creation pulled(Set<NodeName> nodes) {
        var plan = creation().plan(nodes);
        if (plan.planned().isEmpty()) {
            // Let the creation say why no node can take any.
            return creation().on(nodes);
        }
        var failures = new ImageProvision(cluster, timeout, order, policy).failures(plan.planned());
        var ready = new TreeSet<NodeName>();
        plan.planned().forEach(place -> ready.add(place.node()));
        ready.removeAll(failures.keySet());
        return ready.isEmpty()
                ? failed(plan, failures)
                : creation().on(ready).beside(coverage(plan, failures), passedOver(plan, failures));
    }

    private static Creation failed(CreationPlan plan, Map<NodeName, Outcome> failures) {
        var attempts =
                failures.entrySet().stream()
                        .map(failure -> new Attempt(failure.getKey(), failure.getValue(), false))
                        .toList();
        var instances = new ArrayList<>(plan.others());
        plan.planned().forEach(it -> instances.add(new Missing(it.number(), it.name(), attempts)));
        instances.sort(Comparator.comparingInt(Instance::number));
        return new Creation(
                instances, coverage(plan, failures), plan.passedOver(), List.of(), List.of());
    }

    private static Coverage coverage(CreationPlan plan, Map<NodeName, Outcome> failures) {
        var silent = new TreeMap<>(failures);
        silent.values().removeIf(Outcomes::answered);
        return plan.coverage().and(Coverage.of(silent));
    }

    private static TreeMap<NodeName, String> passedOver(
            CreationPlan plan, Map<NodeName, Outcome> failures) {
        var passedOver = new TreeMap<>(plan.passedOver());
        failures.forEach((node, outcome) -> {
            if (Outcomes.answered(outcome)) {
                passedOver.put(node, Outcomes.trouble(outcome).orElse("it has no image"));
            }
        });
        return passedOver;
    }

    private static boolean lacksImage(Creation creation) {
        return creation.instances().stream()
                .allMatch(instance ->
                        instance instanceof Missing missing
                                && !missing.attempts().isEmpty()
                                && missing.attempts().stream()
                                        .allMatch(it -> Outcomes.notFound(it.outcome())));
    }
}
