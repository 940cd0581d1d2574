package io.herd.herd;

import io.herd.model.NodeName;
import java.util.Collection;
import java.util.stream.Collectors;

/** The user named a node that is not in the herd. */
public final class NoSuchNodeException extends Exception {

    private static final long serialVersionUID = 1L;

    NoSuchNodeException(NodeName node, Collection<NodeName> herd) {
        super(
                "no node '%s' in the herd: its nodes are %s"
                        .formatted(
                                node,
                                herd.stream()
                                        .map(NodeName::value)
                                        .collect(Collectors.joining(", "))));
    }
}
