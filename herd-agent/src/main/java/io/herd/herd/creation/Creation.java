package io.herd.herd.creation;

import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.model.NodeName;
import java.util.List;
import java.util.NavigableMap;

/**
 * What came of an order.
 *
 * @param instances one for each that was ordered, in their order
 * @param coverage who was asked for anything
 * @param passedOver nodes that answered but could not take a container, and why
 * @param doubles containers of the request that were there although their instance has another
 */
public record Creation(
        List<Instance> instances,
        Coverage coverage,
        NavigableMap<NodeName, String> passedOver,
        List<ContainerLocation> doubles) {}
