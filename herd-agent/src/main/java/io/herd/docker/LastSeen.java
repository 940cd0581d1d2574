package io.herd.docker;

import io.herd.model.NodeName;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * On which node a container, or a command in one, was seen last: whom to ask first, and who has to
 * answer before it is said that there is none. Thread-safe.
 */
public final class LastSeen {

    /** Of how many: about 1 MB. */
    private static final int MOST = 4096;

    private final LinkedHashMap<String, NodeName> nodes = new LinkedHashMap<>();

    synchronized void saw(String id, NodeName node) {
        nodes.putLast(id, node);
        if (nodes.size() > MOST) {
            nodes.pollFirstEntry();
        }
    }

    /** It is not there any more. */
    synchronized void forget(String id) {
        nodes.remove(id);
    }

    synchronized Optional<NodeName> of(String id) {
        return Optional.ofNullable(nodes.get(id));
    }
}
