package io.herd.herd.answer;

import io.herd.model.NodeName;

/**
 * Where a container is.
 *
 * @param id full id
 * @param name without the leading slash
 */
public record ContainerLocation(NodeName node, String id, String name) {

    /** As a user can write it: {@code NODE/NAME}. */
    @Override
    public String toString() {
        return node + "/" + name;
    }
}
