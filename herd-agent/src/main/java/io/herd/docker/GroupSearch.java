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
import java.util.Optional;

/** Finds where volumes and networks of a group are: what {@code docker compose down} leaves. */
record GroupSearch(Daemons daemons) {

    Optional<NodeName> of(String group) {
        var query = "filters=" + ApiRequest.encoded(DockerJson.filter("label", group));
        return first("/volumes", query).or(() -> first("/networks", query));
    }

    private Optional<NodeName> first(String path, String query) {
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
                .map(it -> it.getKey())
                .findFirst();
    }

    private static boolean hasSome(NodeDocument part) {
        try {
            return HerdResources.count(part) > 0;
        } catch (UnexpectedJsonException e) {
            return false;
        }
    }
}
