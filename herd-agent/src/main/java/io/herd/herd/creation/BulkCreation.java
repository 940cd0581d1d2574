package io.herd.herd.creation;

import io.herd.action.Action.DescribeNode;
import io.herd.action.Answers;
import io.herd.cluster.Cluster;
import io.herd.concurrent.Background;
import io.herd.concurrent.Parallel;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.Progress;
import io.herd.herd.creation.ContainerCreator.Tried;
import io.herd.herd.creation.ContainerCreator.Tried.Miss;
import io.herd.herd.creation.ContainerCreator.Tried.Success;
import io.herd.herd.creation.CreationPlan.Planned;
import io.herd.herd.creation.Instance.Attempt;
import io.herd.herd.creation.Instance.Made;
import io.herd.herd.creation.Instance.Missing;
import io.herd.herd.creation.InstanceLookup.Seen;
import io.herd.herd.creation.InstanceLookup.Sighting;
import io.herd.herd.creation.LostCreateLookup.Pace;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Carries out one {@link CreateRequest} on several nodes. An instance that its node could not
 * create is tried on another; one whose answer was lost, only if it surely does not exist.
 */
public final class BulkCreation {

    // A frozen node must not delay the placement on the others for the whole timeout.
    private static final Duration PATIENCE_FOR_COUNTS = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final Duration timeout;
    private final CreateRequest order;
    private final InstanceLookup lookup;
    private final ContainerCreator creator;
    private final Progress.Listener listener;
    private final Announcer announcer;
    private final NodeWorkers workers;
    private final CreationState state;

    public BulkCreation(Cluster cluster, Duration timeout, CreateRequest order) {
        this(cluster, timeout, order, Pace.USUAL, Progress.UNHEARD);
    }

    public BulkCreation(
            Cluster cluster,
            Duration timeout,
            CreateRequest order,
            Pace pace,
            Progress.Listener listener) {
        this.cluster = cluster;
        this.timeout = timeout;
        this.order = order;
        this.lookup = new InstanceLookup(cluster, order.request());
        this.creator =
                new ContainerCreator(
                        cluster, timeout, order, lookup, new LostCreateLookup(lookup, pace));
        this.listener = listener;
        this.announcer = new Announcer(listener);
        this.workers = new NodeWorkers(creator, announcer);
        this.state = new CreationState(order);
    }

    /** Creates the instances that do not exist yet. */
    public Creation on(Set<NodeName> nodes) {
        listener.hear(new Progress.Creating(order.instances()));
        try {
            return carryOut(nodes);
        } finally {
            listener.hear(new Progress.Ended());
        }
    }

    private Creation carryOut(Set<NodeName> nodes) {
        var previous = previous();
        Parallel.map(List.copyOf(previous.there()), this::there).forEach(state::add);
        if (previous.isUnsure()) {
            for (int number : previous.missing()) {
                state.add(previous.unsure(number));
                announcer.failed(number);
            }
            return creation(previous, previous.coverage(), new TreeMap<>());
        }
        if (previous.missing().isEmpty()) {
            return creation(previous, Coverage.none(), new TreeMap<>());
        }
        var names = namesInUse(previous);
        var counts = counts(nodes);
        var candidates = new PlacementCandidates(counts, order.options().constraints());
        create(candidates, free(previous.missing(), names.await()));
        var coverage = Coverage.of(counts).and(state.lost());
        return creation(previous, coverage, candidates.passedOver());
    }

    /** What {@link #on} would do; changes nothing. */
    public CreationPlan plan(Set<NodeName> nodes) {
        var previous = previous();
        var others = new ArrayList<Instance>();
        previous.there().forEach(sighting -> others.add(ContainerCreator.seen(sighting)));
        if (previous.isUnsure() || previous.missing().isEmpty()) {
            previous.missing().forEach(number -> others.add(previous.unsure(number)));
            return new CreationPlan(List.of(), others, previous.coverage(), new TreeMap<>());
        }
        var names = namesInUse(previous);
        var counts = counts(nodes);
        var candidates = new PlacementCandidates(counts, order.options().constraints());
        var taken = names.await();
        var open = previous.missing().stream().filter(it -> !taken.containsKey(it)).toList();
        taken.forEach((number, attempt) -> others.add(missing(number, List.of(attempt))));
        var planned = candidates.none() ? List.<Planned>of() : planned(candidates, open);
        if (candidates.none()) {
            open.forEach(number -> others.add(missing(number, List.of())));
        }
        return new CreationPlan(planned, others, Coverage.of(counts), candidates.passedOver());
    }

    private Made there(Sighting sighting) {
        var made = creator.there(sighting, true);
        announcer.there(made);
        return made;
    }

    private Missing missing(int number, List<Attempt> attempts) {
        return new Missing(number, order.nameOf(number), attempts);
    }

    private List<Planned> planned(PlacementCandidates candidates, List<Integer> missing) {
        var places = candidates.spread(missing.size());
        return IntStream.range(0, missing.size())
                .mapToObj(i ->
                        new Planned(
                                missing.get(i),
                                order.nameOf(missing.get(i), places.get(i)),
                                places.get(i)))
                .toList();
    }

    private PreviousAttempts previous() {
        var nothing = new Seen(List.of(), new TreeMap<>());
        return new PreviousAttempts(
                order,
                order.options().repeatable() ? lookup.everywhere(Deadline.in(timeout)) : nothing);
    }

    // Beside the counts, so that it takes no time of its own.
    private Background<Map<Integer, Attempt>> namesInUse(PreviousAttempts previous) {
        var names = new NamesInUse(cluster, order);
        var deadline = Deadline.in(timeout).within(PATIENCE_FOR_COUNTS);
        return Background.start("herd-names", () -> names.of(previous.missing(), deadline));
    }

    private List<Integer> free(List<Integer> instances, Map<Integer, Attempt> taken) {
        taken.forEach((instance, attempt) -> {
            state.add(new Miss(instance, attempt, false));
            announcer.failed(instance);
        });
        return instances.stream().filter(it -> !taken.containsKey(it)).toList();
    }

    private Answers counts(Set<NodeName> nodes) {
        return cluster.gather(
                nodes, new DescribeNode(), Deadline.in(timeout).within(PATIENCE_FOR_COUNTS));
    }

    private void create(PlacementCandidates candidates, List<Integer> instances) {
        var open = instances;
        while (!open.isEmpty() && !candidates.none()) {
            var again = new ArrayList<Integer>();
            for (var tried : workers.workOff(candidates, open)) {
                if (settle(candidates, tried)) {
                    again.add(tried.instance());
                }
            }
            Collections.sort(again);
            open = again;
        }
        for (int instance : open) {
            state.addWhatOthersFound(instance);
            announcer.failed(instance);
        }
    }

    /** Records one attempt; true if the instance may be tried on another node. */
    private boolean settle(PlacementCandidates candidates, Tried tried) {
        return switch (tried) {
            case Success(Made made) -> {
                candidates.took(made.node());
                state.add(made);
                yield false;
            }
            case Miss miss -> {
                state.add(miss);
                if (miss.nodesFault()) {
                    candidates.drop(miss.attempt().node());
                }
                yield miss.elsewhere();
            }
        };
    }

    private Creation creation(
            PreviousAttempts previous,
            Coverage coverage,
            NavigableMap<NodeName, String> passedOver) {
        var instances = state.instances();
        boolean all = instances.stream().allMatch(BulkCreation::isAsOrdered);
        return new Creation(
                order.options().allOrNothing() && !all
                        ? new Rollback(cluster, timeout, listener).of(instances)
                        : instances,
                coverage,
                passedOver,
                previous.doubles(),
                previous.surplus());
    }

    private static boolean isAsOrdered(Instance instance) {
        return instance instanceof Made made && made.created().startFailure().isEmpty();
    }
}
