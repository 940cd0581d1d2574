package io.herd.herd.answer;

import io.herd.model.ContainerRef;
import io.herd.model.NodeName;
import java.util.Optional;

/**
 * A container and the node that has it.
 *
 * @param id full id
 * @param name without the leading slash
 */
public record ContainerLocation(NodeName node, String id, String name) {

    /** The reference to it that a user can write: {@code NODE/NAME}. */
    public ContainerRef ref() {
        return new ContainerRef(Optional.of(node), name);
    }

    @Override
    public String toString() {
        return node + "/" + name;
    }
}
