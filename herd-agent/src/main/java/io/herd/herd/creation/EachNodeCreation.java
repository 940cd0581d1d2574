package io.herd.herd.creation;

import io.herd.action.Action.DescribeNode;
import io.herd.action.Outcome;
import io.herd.cluster.Cluster;
import io.herd.concurrent.Parallel;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ErrorCode;
import io.herd.herd.answer.Trouble;
import io.herd.herd.creation.ContainerCreator.Tried;
import io.herd.herd.creation.ContainerCreator.Tried.Miss;
import io.herd.herd.creation.CreationPlan.Planned;
import io.herd.herd.creation.Instance.Attempt;
import io.herd.herd.creation.Instance.Missing;
import io.herd.herd.creation.LostCreateLookup.Pace;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Creates one container on each node that may take any, and has its image pulled there as the
 * policy says. What a node cannot create is not created elsewhere; a node that cannot be asked, or
 * whose daemon is down, is named as one that failed.
 */
public record EachNodeCreation(
        Cluster cluster, Duration timeout, CreateRequest order, PullPolicy policy) {

    /** The number of containers in the order is of no account. */
    public Creation on(Set<NodeName> nodes) {
        var answers = cluster.gather(nodes, new DescribeNode(), Deadline.in(timeout));
        var candidates = new PlacementCandidates(answers, order.options().constraints());
        var coverage = Coverage.of(answers).and(failed(candidates.down()));
        var places = candidates.nodes();
        if (places.isEmpty()) {
            var none = new Missing(1, order.nameOf(1), List.of());
            return new Creation(
                    List.of(none), coverage, candidates.excluded(), List.of(), List.of());
        }
        var state =
                new EachNodeCreation(cluster, timeout, order.times(places.size()), policy)
                        .created(places);
        return new Creation(
                state.instances(),
                coverage.and(state.lost()),
                candidates.excluded(),
                List.of(),
                List.of());
    }

    private static Coverage failed(Map<NodeName, String> down) {
        var failed = new TreeMap<NodeName, Trouble>();
        down.forEach((node, why) -> failed.put(node, new Trouble(ErrorCode.DAEMON_DOWN, why)));
        return new Coverage(new TreeSet<>(down.keySet()), failed);
    }

    private CreationState created(List<NodeName> places) {
        var plan =
                IntStream.range(0, places.size())
                        .mapToObj(i -> planned(i + 1, places.get(i)))
                        .toList();
        var numbers = plan.stream().map(Planned::number).toList();
        var taken = new NamesInUse(cluster, order).of(numbers, Deadline.in(timeout));
        var open = plan.stream().filter(it -> !taken.containsKey(it.number())).toList();
        var unready = new ImageProvision(cluster, timeout, order, policy).failures(open);
        var state = new CreationState(order);
        taken.forEach((number, attempt) -> state.add(new Miss(number, attempt, false)));
        Parallel.map(open, creating(unready)).forEach(state::add);
        return state;
    }

    private Planned planned(int number, NodeName node) {
        return new Planned(number, order.nameOf(number, node), node);
    }

    private Parallel.Step<Planned, Tried, RuntimeException> creating(
            Map<NodeName, Outcome> unready) {
        var lookup = new InstanceLookup(cluster, order.request());
        var lost = new LostCreateLookup(lookup, Pace.USUAL);
        var creator = new ContainerCreator(cluster, timeout, order, lookup, lost);
        return place -> {
            var why = unready.get(place.node());
            return why == null
                    ? creator.on(place.node(), place.number())
                    : new Miss(place.number(), new Attempt(place.node(), why, false), false);
        };
    }
}
