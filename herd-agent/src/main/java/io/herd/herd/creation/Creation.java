package io.herd.herd.creation;

import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.model.NodeName;
import java.util.List;
import java.util.NavigableMap;

/**
 * The result of a {@link CreateRequest}.
 *
 * @param instances one for each requested container, in their order
 * @param coverage the nodes that were asked, and those that did not answer
 * @param passedOver nodes that answered but could not take a container, and why
 * @param doubles surplus containers of the request, whose instance has another container already
 * @param surplus containers of an earlier order with the same request id, which was for more
 */
public record Creation(
        List<Instance> instances,
        Coverage coverage,
        NavigableMap<NodeName, String> passedOver,
        List<ContainerLocation> doubles,
        List<ContainerLocation> surplus) {}
