package io.herd.herd.creation;

import io.herd.action.Answers;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Described;
import io.herd.herd.creation.Placement.Load;
import io.herd.model.DaemonState.Down;
import io.herd.model.DaemonState.Up;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The nodes that may take containers, with what they have; a node that fails to create one is
 * dropped.
 */
final class PlacementCandidates {

    // A daemon starts at most about two at once per processor, however many are requested.
    private static final int STARTS_PER_CPU = 2;
    private static final int MOST_LANES = 16;

    private final TreeMap<NodeName, Load> loads = new TreeMap<>();
    private final TreeMap<NodeName, Integer> lanes = new TreeMap<>();
    private final TreeMap<NodeName, String> excluded = new TreeMap<>();
    private final TreeMap<NodeName, String> down = new TreeMap<>();

    /**
     * @param descriptions the nodes' descriptions
     * @param constraints conditions that a node must fulfil
     */
    PlacementCandidates(Answers descriptions, List<Constraint> constraints) {
        descriptions
                .byNode()
                .forEach((name, outcome) -> {
                    if (outcome instanceof Done(Described(var node))) {
                        if (node.pool() == Pool.UNREGISTERED) {
                            excluded.put(name, "it is unregistered");
                            return;
                        }
                        var unmet =
                                constraints.stream()
                                        .filter(constraint -> !constraint.admits(node.labels()))
                                        .findFirst();
                        if (unmet.isPresent()) {
                            excluded.put(name, "it does not fulfil " + unmet.get());
                            return;
                        }
                        switch (node.daemon()) {
                            case Down(String reason) -> down.put(name, reason);
                            case Up up -> {
                                loads.put(name, new Load(up.running(), up.containers()));
                                lanes.put(
                                        name,
                                        Math.clamp(
                                                (long) up.cpus() * STARTS_PER_CPU, 1, MOST_LANES));
                            }
                        }
                    }
                });
    }

    boolean none() {
        return loads.isEmpty();
    }

    /** All of them, by name. */
    List<NodeName> nodes() {
        return List.copyOf(loads.keySet());
    }

    List<NodeName> spread(int containers) {
        return Placement.spread(loads, containers);
    }

    int lanes(NodeName node) {
        return lanes.getOrDefault(node, 1);
    }

    void took(NodeName node) {
        loads.computeIfPresent(node, (_, load) -> load.plusOne());
    }

    void drop(NodeName node) {
        loads.remove(node);
    }

    /** Nodes that may not take any, or whose daemon is down, and why. */
    NavigableMap<NodeName, String> passedOver() {
        var all = new TreeMap<>(excluded);
        all.putAll(down);
        return all;
    }

    /** Nodes that may not take any: unregistered, or ruled out by a constraint. */
    NavigableMap<NodeName, String> excluded() {
        return excluded;
    }

    /** Nodes that may take containers, but whose daemon is down, and why. */
    NavigableMap<NodeName, String> down() {
        return down;
    }
}
