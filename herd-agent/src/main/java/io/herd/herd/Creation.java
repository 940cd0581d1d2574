package io.herd.herd;

import io.herd.model.NodeName;
import java.util.List;
import java.util.NavigableMap;

/**
 * What came of an order.
 *
 * @param instances one for each that was ordered, in their order
 * @param account who was asked for anything
 * @param passedOver nodes that answered but could not take a container, and why
 */
public record Creation(
        List<Instance> instances, Account account, NavigableMap<NodeName, String> passedOver) {}
