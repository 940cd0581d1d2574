package io.herd.action;

import io.herd.model.NodeName;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The outcomes of asking several nodes: exactly one for each node asked, sorted by node name. */
public record Answers(NavigableMap<NodeName, Outcome> byNode) {

    public Answers {
        byNode = Collections.unmodifiableNavigableMap(new TreeMap<>(byNode));
    }

    public static Answers of(Map<NodeName, Outcome> byNode) {
        return new Answers(new TreeMap<>(byNode));
    }

    /**
     * The outcome for this node.
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
