package io.herd.herd.creation;

import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Places each new container on the node that then has the fewest running ones; if several have, on
 * the one with the fewest in any state, and then on the first by name.
 */
final class Placement {

    private Placement() {}

    /**
     * What a node has.
     *
     * @param running containers that run, and new ones, which are expected to
     * @param containers containers in any state
     */
    record Load(int running, int containers) {

        Load plusOne() {
            return new Load(running + 1, containers + 1);
        }
    }

    private record Candidate(NodeName node, Load load) {}

    private static final Comparator<Candidate> FEWEST =
            Comparator.comparingInt((Candidate it) -> it.load().running())
                    .thenComparingInt(it -> it.load().containers())
                    .thenComparing(Candidate::node);

    /**
     * @param loads what each node has now; not empty
     * @return a node for each of the new containers
     */
    static List<NodeName> spread(Map<NodeName, Load> loads, int containers) {
        var candidates = new PriorityQueue<>(FEWEST);
        loads.forEach((node, load) -> candidates.add(new Candidate(node, load)));
        var plan = new ArrayList<NodeName>(containers);
        for (int i = 0; i < containers; i++) {
            var least = candidates.remove();
            plan.add(least.node());
            candidates.add(new Candidate(least.node(), least.load().plusOne()));
        }
        return plan;
    }
}
