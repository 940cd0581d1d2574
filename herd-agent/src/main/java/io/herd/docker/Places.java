package io.herd.docker;

import io.herd.model.NodeName;
import java.util.Set;

/**
 * Where to look for what a reference means.
 *
 * @param name without the node
 */
record Places(Set<NodeName> nodes, String name) {

    /** Reads a reference that may begin with the name of a member and a slash. */
    static Places of(String reference, Set<NodeName> members) {
        int slash = reference.indexOf('/');
        var node = slash < 0 ? "" : reference.substring(0, slash);
        return members.stream()
                .filter(it -> it.value().equals(node))
                .findFirst()
                .map(it -> new Places(Set.of(it), reference.substring(slash + 1)))
                .orElseGet(() -> new Places(members, reference));
    }
}
