package io.herd.docker;

import io.herd.action.Action.CallDaemon;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Replied;
import io.herd.api.ApiRequest;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.api.HerdResources;
import io.herd.json.api.NodeDocument;
import io.herd.json.docker.DockerJson;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the nodes whose daemons list something. */
record ListSearch(Daemons daemons) {

    /** Where volumes or networks of a group are: what {@code docker compose down} leaves. */
    Optional<NodeName> group(String label) {
        return Stream.of("/volumes", "/networks")
                .flatMap(path -> having(path, "label", label).stream())
                .findFirst();
    }

    /** Where images of a repository are, whatever their tags. */
    List<NodeName> repository(String name) {
        return having("/images/json", "reference", name);
    }

    private List<NodeName> having(String path, String filter, String value) {
        var query = "filters=" + ApiRequest.encoded(DockerJson.filter(filter, value));
        var question = new CallDaemon(ApiRequest.get(path, query));
        return daemons
                .survey()
                .ask(daemons.nodes(), question, _ -> false)
                .byNode()
                .entrySet()
                .stream()
                .filter(it ->
                        it.getValue() instanceof Done(Replied(var response))
                                && response.ok()
                                && hasSome(new NodeDocument(it.getKey(), "", response.body())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean hasSome(NodeDocument part) {
        try {
            return HerdResources.count(part) > 0;
        } catch (UnexpectedJsonException e) {
            return false;
        }
    }
}
