package io.herd.herd.answer;

import io.herd.model.GoneNode;
import io.herd.model.NodeName;
import java.util.Collection;
import java.util.stream.Collectors;

/** Thrown when a node that is to be asked is not in the herd, or no node is. */
public final class NoSuchNodeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean nobody;

    /** The whole herd was to be asked, but no node is in it. */
    public NoSuchNodeException() {
        super("nobody is in the herd: see 'herd doctor', and the agents' logs");
        nobody = true;
    }

    /** The user named a node that is not in the herd. */
    public NoSuchNodeException(NodeName node, Collection<NodeName> herd) {
        super(
                "no node '%s' in the herd: its nodes are %s"
                        .formatted(
                                node,
                                herd.stream()
                                        .map(NodeName::value)
                                        .collect(Collectors.joining(", "))));
        nobody = herd.isEmpty();
    }

    /** The user named a node that was lost. */
    public NoSuchNodeException(GoneNode node) {
        super("node '%s' is %s".formatted(node.name(), node.reason()));
        nobody = false;
    }

    /** The user named a node that is to be forgotten, but is not gone. */
    public static NoSuchNodeException notGone(NodeName node) {
        return new NoSuchNodeException(
                "no node '%s' is gone: 'herd node ls' shows which are".formatted(node));
    }

    private NoSuchNodeException(String message) {
        super(message);
        nobody = false;
    }

    /** Whether the herd has no nodes at all. */
    public boolean nobody() {
        return nobody;
    }
}
