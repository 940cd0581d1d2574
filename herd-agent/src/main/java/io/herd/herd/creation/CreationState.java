package io.herd.herd.creation;

import io.herd.action.Outcome;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.creation.ContainerCreator.Tried;
import io.herd.herd.creation.ContainerCreator.Tried.Miss;
import io.herd.herd.creation.ContainerCreator.Tried.Success;
import io.herd.herd.creation.Instance.Attempt;
import io.herd.herd.creation.Instance.Made;
import io.herd.herd.creation.Instance.Missing;
import io.herd.herd.creation.Instance.Unsure;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Collects the results of the instances of an order while it is carried out. */
final class CreationState {

    private final CreateRequest order;
    private final Map<Integer, Made> made = new TreeMap<>();
    private final Map<Integer, List<Attempt>> misses = new TreeMap<>();
    private final Map<Integer, Unsure> unsure = new TreeMap<>();
    private final Map<NodeName, Outcome> dropped = new TreeMap<>();

    CreationState(CreateRequest order) {
        this.order = order;
    }

    void add(Made instance) {
        made.put(instance.number(), instance);
    }

    void add(Unsure instance) {
        unsure.put(instance.number(), instance);
    }

    void add(Tried tried) {
        switch (tried) {
            case Success(Made instance) -> add(instance);
            case Miss miss -> add(miss);
        }
    }

    void add(Miss miss) {
        misses.computeIfAbsent(miss.instance(), _ -> new ArrayList<>()).add(miss.attempt());
        if (miss.nodesFault()) {
            dropped.putIfAbsent(miss.attempt().node(), miss.attempt().outcome());
        }
    }

    /**
     * Adds, to an instance that nobody created, the failures of nodes that failed for other
     * instances: these were not asked for this one, and the same reason holds.
     */
    void addWhatOthersFound(int instance) {
        var own = misses.computeIfAbsent(instance, _ -> new ArrayList<>());
        var asked = own.stream().map(Attempt::node).toList();
        dropped.forEach((node, outcome) -> {
            if (!asked.contains(node)) {
                own.add(new Attempt(node, outcome, false));
            }
        });
    }

    List<Instance> instances() {
        return IntStream.rangeClosed(1, order.instances()).mapToObj(this::instance).toList();
    }

    private Instance instance(int number) {
        Instance instance = made.containsKey(number) ? made.get(number) : unsure.get(number);
        return instance != null
                ? instance
                : new Missing(
                        number,
                        order.nameOf(number),
                        List.copyOf(misses.getOrDefault(number, List.of())));
    }

    /** The nodes that did not answer. */
    Coverage lost() {
        var lost = new TreeMap<NodeName, Outcome>();
        misses.values().stream()
                .flatMap(List::stream)
                .filter(attempt -> !Outcomes.answered(attempt.outcome()))
                .forEach(attempt -> lost.put(attempt.node(), attempt.outcome()));
        return Coverage.of(lost);
    }
}
