package io.herd.herd;

import io.herd.action.Action.CreateContainer;
import io.herd.action.Action.DescribeNode;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Outcome.Refused;
import io.herd.action.Outcome.TimedOut;
import io.herd.action.Outcome.Unreachable;
import io.herd.action.Result.Created;
import io.herd.cluster.Cluster;
import io.herd.herd.Instance.Attempt;
import io.herd.herd.Instance.Made;
import io.herd.herd.Instance.Missing;
import io.herd.json.ContainerJson;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Carries out one order. An instance that its node could not create is tried on another; one whose
 * answer was lost is not, because it may exist.
 */
final class BulkCreation {

    // A frozen node must not hold up the placement on the others for the whole timeout.
    private static final Duration PATIENCE_FOR_COUNTS = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final Duration timeout;
    private final Order order;

    private final Map<Integer, Made> made = new TreeMap<>();
    private final Map<Integer, List<Attempt>> attempts = new TreeMap<>();
    private final Map<NodeName, Outcome> dropped = new TreeMap<>();

    BulkCreation(Cluster cluster, Duration timeout, Order order) {
        this.cluster = cluster;
        this.timeout = timeout;
        this.order = order;
    }

    Creation on(Set<NodeName> nodes) {
        var counts =
                cluster.gather(
                        nodes,
                        new DescribeNode(),
                        Deadline.in(timeout).within(PATIENCE_FOR_COUNTS));
        var candidates = new Candidates(counts);
        var open = IntStream.rangeClosed(1, order.instances()).boxed().toList();
        while (!open.isEmpty() && !candidates.none()) {
            open = round(candidates, open);
        }
        open.forEach(this::addWhatOthersFound);
        return new Creation(instances(), Account.of(counts).and(lost()), candidates.passedOver());
    }

    private record Tried(int instance, Attempt attempt) {}

    /** What one thread works off: instances of one node, shared with the node's other lanes. */
    private record Lane(NodeName node, Queue<Integer> instances) {}

    /** Tries each of the instances once; gives back those that another node may be asked for. */
    private List<Integer> round(Candidates candidates, List<Integer> instances) {
        var again = new ArrayList<Integer>();
        Parallel.map(lanes(candidates, instances), this::workOff).stream()
                .flatMap(List::stream)
                .forEach(tried -> {
                    if (settle(candidates, tried)) {
                        again.add(tried.instance());
                    }
                });
        Collections.sort(again);
        return again;
    }

    private List<Lane> lanes(Candidates candidates, List<Integer> instances) {
        var plan = candidates.spread(instances.size());
        var queues = new LinkedHashMap<NodeName, Queue<Integer>>();
        for (int i = 0; i < plan.size(); i++) {
            queues.computeIfAbsent(plan.get(i), _ -> new ConcurrentLinkedQueue<>())
                    .add(instances.get(i));
        }
        var lanes = new ArrayList<Lane>();
        queues.forEach((node, queue) -> {
            int wanted = Math.min(queue.size(), candidates.lanes(node));
            lanes.addAll(Collections.nCopies(wanted, new Lane(node, queue)));
        });
        return lanes;
    }

    private List<Tried> workOff(Lane lane) {
        var tried = new ArrayList<Tried>();
        for (var instance = lane.instances().poll();
                instance != null;
                instance = lane.instances().poll()) {
            tried.add(new Tried(instance, attempt(lane.node(), instance)));
        }
        return tried;
    }

    private Attempt attempt(NodeName node, int instance) {
        if (cluster.members().stream().noneMatch(member -> member.name().equals(node))) {
            return new Attempt(node, new Unreachable("it has left the herd"), false);
        }
        var form = ContainerJson.withLabels(order.form(), order.labelsOf(instance));
        var action = new CreateContainer(order.nameOf(instance), form, order.start());
        return new Attempt(node, cluster.send(node, action, Deadline.in(timeout)), true);
    }

    /** Books one attempt; true if the instance may be tried on another node. */
    private boolean settle(Candidates candidates, Tried tried) {
        var attempt = tried.attempt();
        if (attempt.outcome() instanceof Done(Created created)) {
            candidates.took(attempt.node());
            made.put(
                    tried.instance(),
                    new Made(
                            tried.instance(),
                            attempt.node(),
                            order.nameOf(tried.instance()),
                            created));
            return false;
        }
        attempts.computeIfAbsent(tried.instance(), _ -> new ArrayList<>()).add(attempt);
        if (isNodesFault(attempt.outcome())) {
            candidates.drop(attempt.node());
            dropped.putIfAbsent(attempt.node(), attempt.outcome());
            return !attempt.open();
        }
        return false;
    }

    /** Whether another node might do better; if not, the order itself is what is wrong. */
    private static boolean isNodesFault(Outcome outcome) {
        return switch (outcome) {
            case Done _ -> false;
            case Refused _, Unreachable _, TimedOut _ -> true;
            case Failed(var failure) ->
                    switch (failure.kind()) {
                        case INVALID, CONFLICT -> false;
                        case NOT_FOUND,
                                DAEMON_ERROR,
                                DAEMON_DOWN,
                                DAEMON_TIMEOUT,
                                DAEMON_LOST,
                                INTERNAL ->
                                true;
                    };
        };
    }

    /**
     * A node that failed one instance was not asked for the others: its reason holds for them, too.
     */
    private void addWhatOthersFound(int instance) {
        var own = attempts.computeIfAbsent(instance, _ -> new ArrayList<>());
        var asked = own.stream().map(Attempt::node).toList();
        dropped.forEach((node, outcome) -> {
            if (!asked.contains(node)) {
                own.add(new Attempt(node, outcome, false));
            }
        });
    }

    private List<Instance> instances() {
        return IntStream.rangeClosed(1, order.instances()).mapToObj(this::instance).toList();
    }

    private Instance instance(int number) {
        var instance = made.get(number);
        return instance != null
                ? instance
                : new Missing(
                        number,
                        order.nameOf(number),
                        List.copyOf(attempts.getOrDefault(number, List.of())));
    }

    private Account lost() {
        var lost = new TreeMap<NodeName, Outcome>();
        attempts.values().stream()
                .flatMap(List::stream)
                .filter(attempt -> !Outcomes.answered(attempt.outcome()))
                .forEach(attempt -> lost.put(attempt.node(), attempt.outcome()));
        return Account.of(lost);
    }
}
