package io.herd.herd.creation;

import io.herd.action.Outcome;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.herd.creation.Instance.Unsure;
import io.herd.herd.creation.InstanceLookup.Seen;
import io.herd.herd.creation.InstanceLookup.Sighting;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The containers that earlier attempts at the same request have created. */
final class PreviousAttempts {

    // A running container is preferred to a stopped one.
    private static final Comparator<Sighting> BEST_FIRST =
            Comparator.comparing((Sighting sighting) -> !sighting.running())
                    .thenComparing(Sighting::node)
                    .thenComparing(Sighting::id);

    private final CreateRequest order;
    private final Map<Integer, Sighting> there = new TreeMap<>();
    private final List<ContainerLocation> doubles = new ArrayList<>();
    private final List<ContainerLocation> surplus;
    private final NavigableMap<NodeName, Outcome> silent;

    PreviousAttempts(CreateRequest order, Seen seen) {
        this.order = order;
        this.surplus =
                seen.sightings().stream()
                        .filter(sighting -> sighting.instance() > order.instances())
                        .sorted(Comparator.comparingInt(Sighting::instance))
                        .map(PreviousAttempts::location)
                        .toList();
        this.silent = Collections.unmodifiableNavigableMap(seen.silent());
        seen.sightings().stream()
                .filter(sighting -> sighting.instance() <= order.instances())
                .sorted(BEST_FIRST)
                .forEach(sighting -> {
                    if (there.putIfAbsent(sighting.instance(), sighting) != null) {
                        doubles.add(location(sighting));
                    }
                });
    }

    private static ContainerLocation location(Sighting sighting) {
        return new ContainerLocation(
                sighting.node(), sighting.id(), sighting.name().orElse(sighting.id()));
    }

    Collection<Sighting> there() {
        return there.values();
    }

    List<ContainerLocation> doubles() {
        return doubles;
    }

    /** Those of instances beyond this order: the earlier one was for more. */
    List<ContainerLocation> surplus() {
        return surplus;
    }

    List<Integer> missing() {
        return IntStream.rangeClosed(1, order.instances())
                .filter(number -> !there.containsKey(number))
                .boxed()
                .toList();
    }

    /** Whether missing instances may exist all the same, on nodes that did not answer. */
    boolean isUnsure() {
        return !silent.isEmpty() && there.size() < order.instances();
    }

    Unsure unsure(int instance) {
        return new Unsure(instance, order.nameOf(instance), silent);
    }

    /** The nodes that did not answer; empty if nothing is missing. */
    Coverage coverage() {
        return isUnsure() ? Coverage.of(silent) : Coverage.none();
    }
}
