package io.herd.herd.answer;

import io.herd.model.NodeName;
import java.util.Set;

/** Selects the nodes to ask: the whole herd, or named ones. */
public sealed interface Selector {

    record Everyone() implements Selector {}

    /** Only these nodes; one that is not in the herd is an error. */
    record Named(Set<NodeName> nodes) implements Selector {}

    /** All nodes, unless some are named. */
    static Selector of(Set<NodeName> named) {
        return named.isEmpty() ? new Everyone() : new Named(named);
    }

    default boolean admits(NodeName node) {
        return switch (this) {
            case Everyone _ -> true;
            case Named(var nodes) -> nodes.contains(node);
        };
    }
}
