package io.herd.herd;

import io.herd.model.NodeName;

/**
 * Where a container is.
 *
 * @param id full id
 * @param name without the leading slash
 */
public record Place(NodeName node, String id, String name) {

    /** As a user can write it: {@code NODE/NAME}. */
    @Override
    public String toString() {
        return node + "/" + name;
    }
}
