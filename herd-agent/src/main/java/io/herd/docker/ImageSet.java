package io.herd.docker;

import static java.util.stream.Collectors.joining;

import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Finds a node that has all of several images, the own first. */
record ImageSet(Daemons daemons) {

    NodeName of(List<String> references) throws ApiException {
        if (references.isEmpty()) {
            return daemons.self();
        }
        var byReference = new LinkedHashMap<String, List<NodeName>>();
        for (var reference : references) {
            byReference.put(reference, having(reference));
        }
        var common = new LinkedHashSet<>(daemons.nodes());
        byReference.values().forEach(common::retainAll);
        if (common.isEmpty()) {
            throw ApiException.notFound("no node has all of them: " + where(byReference));
        }
        var nodes = new ArrayList<>(common);
        return nodes.contains(daemons.self()) ? daemons.self() : nodes.getFirst();
    }

    /** A repository without a tag is all of its images, if none of them is the latest. */
    private List<NodeName> having(String reference) throws ApiException.Nowhere {
        try {
            return new ImageOwner(daemons).everywhere(reference).nodes();
        } catch (ApiException.Nowhere e) {
            var nodes = new ListSearch(daemons).repository(reference);
            if (nodes.isEmpty()) {
                throw e;
            }
            return nodes;
        }
    }

    private static String where(Map<String, List<NodeName>> byReference) {
        return byReference.entrySet().stream()
                .map(it ->
                        "%s is on %s"
                                .formatted(
                                        it.getKey(),
                                        it.getValue().stream()
                                                .map(NodeName::value)
                                                .collect(joining(", "))))
                .collect(joining("; "));
    }
}
