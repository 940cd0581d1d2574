package io.herd.docker;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.herd.action.Action.CallDaemon;
import io.herd.action.Answers;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Replied;
import io.herd.api.ApiRequest;
import io.herd.json.api.ApiText;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the nodes that have an image. */
record ImageOwner(Daemons daemons) {

    /**
     * An image.
     *
     * @param nodes those that have it, the own first
     */
    record Found(String id, List<NodeName> nodes) {}

    /**
     * What a reference means: to the own daemon, else to most. Of the nodes that have it, only the
     * own is told if that is one of them.
     *
     * @throws ApiException when no node has it that answers: to pull it again does no harm
     */
    Found of(String reference) throws ApiException {
        var own = ids(ask(reference, Set.of(daemons.self())));
        return own.isEmpty() ? everywhere(reference) : meant(reference, own);
    }

    /** The same with all nodes that have it. */
    Found everywhere(String reference) throws ApiException {
        return meant(reference, ids(ask(reference, daemons.nodes())));
    }

    private Found meant(String reference, Map<NodeName, String> ids) throws ApiException {
        var own = Optional.ofNullable(ids.get(daemons.self()));
        if (own.isPresent()) {
            return found(own.get(), ids);
        }
        var meant =
                ids.values().stream().collect(groupingBy(it -> it, counting())).entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElseThrow(() -> ApiException.notFound("No such image: " + reference));
        return found(meant, ids);
    }

    /** All that a reference means anything to, by node. */
    Map<NodeName, String> all(String reference) {
        return ids(ask(reference, daemons.nodes()));
    }

    private Found found(String id, Map<NodeName, String> ids) {
        var nodes = new ArrayList<NodeName>();
        ids.forEach((node, its) -> {
            if (its.equals(id)) {
                nodes.add(node);
            }
        });
        return new Found(id, daemons.ownFirst(nodes));
    }

    private Answers ask(String reference, Collection<NodeName> nodes) {
        var path = "/images/%s/json".formatted(ApiRequest.encodedPath(reference));
        return daemons.survey().ask(nodes, new CallDaemon(ApiRequest.get(path, "")), _ -> false);
    }

    private static Map<NodeName, String> ids(Answers answers) {
        var ids = new TreeMap<NodeName, String>();
        answers.byNode()
                .forEach((node, outcome) -> {
                    if (outcome instanceof Done(Replied(var response)) && response.ok()) {
                        ids.put(node, ApiText.text(response.body(), "Id").orElse(""));
                    }
                });
        return ids;
    }
}
