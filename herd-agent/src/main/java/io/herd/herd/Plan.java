package io.herd.herd;

import io.herd.model.NodeName;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What would become of an order, as things are now.
 *
 * @param planned those that would be created, in their order
 * @param others those that would not: they are there already, may be, or no node can take them
 * @param account who was asked for anything
 * @param passedOver nodes that answered but could not take a container, and why
 */
public record Plan(
        List<Planned> planned,
        List<Instance> others,
        Account account,
        NavigableMap<NodeName, String> passedOver) {

    /** Where an instance would be created. */
    public record Planned(int number, Optional<String> name, NodeName node) {}
}
