package io.herd.herd.creation;

import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

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
        List<ContainerLocation> surplus) {

    /** The same with more nodes accounted for. */
    public Creation beside(Coverage others, Map<NodeName, String> alsoPassedOver) {
        var all = new TreeMap<>(alsoPassedOver);
        all.putAll(passedOver);
        return new Creation(instances, coverage.and(others), all, doubles, surplus);
    }
}
