package io.herd.herd.creation;

import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Places each new container on the node that then has the fewest, the first by name if several
 * have.
 */
final class Placement {

    private Placement() {}

    private record Load(NodeName node, int containers) {}

    private static final Comparator<Load> FEWEST =
            Comparator.comparingInt(Load::containers).thenComparing(Load::node);

    /**
     * @param counts number of containers that each node has now; not empty
     * @return a node for each of the new containers
     */
    static List<NodeName> spread(Map<NodeName, Integer> counts, int containers) {
        var loads = new PriorityQueue<>(FEWEST);
        counts.forEach((node, count) -> loads.add(new Load(node, count)));
        var plan = new ArrayList<NodeName>(containers);
        for (int i = 0; i < containers; i++) {
            var least = loads.remove();
            plan.add(least.node());
            loads.add(new Load(least.node(), least.containers() + 1));
        }
        return plan;
    }
}
