package io.herd.herd.creation;

import io.herd.herd.answer.Coverage;
import io.herd.model.NodeName;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What would become of an order, as things are now.
 *
 * @param planned those that would be created, in their order
 * @param others those that would not: they are there already, may be, or no node can take them
 * @param coverage who was asked for anything
 * @param passedOver nodes that answered but could not take a container, and why
 */
public record CreationPlan(
        List<Planned> planned,
        List<Instance> others,
        Coverage coverage,
        NavigableMap<NodeName, String> passedOver) {

    /** Where an instance would be created. */
    public record Planned(int number, Optional<String> name, NodeName node) {}
}
