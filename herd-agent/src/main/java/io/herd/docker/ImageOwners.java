package io.herd.docker;

import static java.util.stream.Collectors.joining;

import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.api.Route;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.api.NodeDocument;
import io.herd.json.api.Summed;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/**
 * Does something to an image on all nodes that have it, or its name would mean something else on
 * some.
 */
record ImageOwners(HerdApi api, Route route) {

    ApiResponse apply(ApiRequest request, String reference) throws ApiException {
        var image = new ImageOwner(api.daemons()).everywhere(reference);
        var done = new TreeMap<NodeName, ApiResponse>();
        var failed = new TreeMap<NodeName, ApiException>();
        image.silent().forEach(node -> failed.put(node, silent(node)));
        for (var node : image.nodes()) {
            try {
                done.put(node, api.call(node, request));
            } catch (ApiException e) {
                failed.put(node, e);
            }
        }
        if (!failed.isEmpty()) {
            throw new ApiException(failed.firstEntry().getValue().status(), outcomes(done, failed));
        }
        var refused = done.entrySet().stream().filter(it -> !it.getValue().ok()).findFirst();
        if (refused.isEmpty()) {
            return merged(done);
        }
        if (done.size() == 1) {
            return refused.get().getValue();
        }
        throw new ApiException(refused.get().getValue().head().status(), outcomes(done, failed));
    }

    private static ApiException silent(NodeName node) {
        return new ApiException(
                ApiException.NO_ANSWER, node + ": no answer, and it may have it as well");
    }

    private static ApiResponse merged(Map<NodeName, ApiResponse> done) throws ApiException {
        var first = done.values().iterator().next();
        if (first.body().isBlank()) {
            return first;
        }
        var parts = new ArrayList<NodeDocument>();
        done.forEach((node, response) -> parts.add(new NodeDocument(node, "", response.body())));
        try {
            return new ApiResponse(first.head(), Summed.of(parts));
        } catch (UnexpectedJsonException e) {
            throw ApiException.unreadable(e);
        }
    }

    private static String outcomes(
            Map<NodeName, ApiResponse> done, Map<NodeName, ApiException> failed) {
        var all = new TreeMap<NodeName, String>();
        done.forEach(
                (node, it) -> all.put(node, node + ": " + (it.ok() ? "done" : Errors.message(it))));
        failed.forEach((node, e) -> all.put(node, String.valueOf(e.getMessage())));
        return all.values().stream().collect(joining("; "));
    }
}
