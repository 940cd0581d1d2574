package io.herd.herd.creation;

import io.herd.herd.answer.Coverage;
import io.herd.model.NodeName;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * The plan for a {@link CreateRequest}: what would be created where, as things are now.
 *
 * @param planned instances that would be created, in their order
 * @param others instances that would not: they exist or may exist already, or no node can take them
 * @param coverage the nodes that were asked, and those that did not answer
 * @param passedOver nodes that answered but could not take a container, and why
 */
public record CreationPlan(
        List<Planned> planned,
        List<Instance> others,
        Coverage coverage,
        NavigableMap<NodeName, String> passedOver) {

    /** An instance and the node on which it would be created. */
    public record Planned(int number, Optional<String> name, NodeName node) {}
}
