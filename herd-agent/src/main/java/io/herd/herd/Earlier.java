package io.herd.herd;

import io.herd.action.Outcome;
import io.herd.herd.Instance.Unsure;
import io.herd.herd.Lookup.Seen;
import io.herd.herd.Lookup.Sighting;
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

/** What earlier attempts at the same request have left. */
final class Earlier {

    // One that runs is worth more than one that does not.
    private static final Comparator<Sighting> BEST_FIRST =
            Comparator.comparing((Sighting sighting) -> !sighting.running())
                    .thenComparing(Sighting::node)
                    .thenComparing(Sighting::id);

    private final Order order;
    private final Map<Integer, Sighting> there = new TreeMap<>();
    private final List<Place> doubles = new ArrayList<>();
    private final NavigableMap<NodeName, Outcome> silent;

    Earlier(Order order, Seen seen) {
        this.order = order;
        this.silent = Collections.unmodifiableNavigableMap(seen.silent());
        seen.sightings().stream()
                .filter(sighting -> sighting.instance() <= order.instances())
                .sorted(BEST_FIRST)
                .forEach(sighting -> {
                    if (there.putIfAbsent(sighting.instance(), sighting) != null) {
                        doubles.add(place(sighting));
                    }
                });
    }

    private static Place place(Sighting sighting) {
        return new Place(sighting.node(), sighting.id(), sighting.name().orElse(sighting.id()));
    }

    Collection<Sighting> there() {
        return there.values();
    }

    List<Place> doubles() {
        return doubles;
    }

    List<Integer> missing() {
        return IntStream.rangeClosed(1, order.instances())
                .filter(number -> !there.containsKey(number))
                .boxed()
                .toList();
    }

    /** Whether what is missing may be there all the same. */
    boolean isUnsure() {
        return !silent.isEmpty() && there.size() < order.instances();
    }

    Unsure unsure(int instance) {
        return new Unsure(instance, order.nameOf(instance), silent);
    }

    /** Who did not say what it has; of no account if nothing is missing. */
    Account account() {
        return isUnsure() ? Account.of(silent) : Account.none();
    }
}
