package io.herd.action;

import io.herd.model.NodeName;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** One outcome for every node that was asked, in the order of their names. */
public record Answers(NavigableMap<NodeName, Outcome> byNode) {

    public Answers {
        byNode = Collections.unmodifiableNavigableMap(new TreeMap<>(byNode));
    }

    public static Answers of(Map<NodeName, Outcome> byNode) {
        return new Answers(new TreeMap<>(byNode));
    }

    /**
     * What came of asking this node.
     *
     * @throws IllegalArgumentException if it was not asked
     */
    public Outcome of(NodeName node) {
        var outcome = byNode.get(node);
        if (outcome == null) {
            throw new IllegalArgumentException(node + " was not asked");
        }
        return outcome;
    }
}
