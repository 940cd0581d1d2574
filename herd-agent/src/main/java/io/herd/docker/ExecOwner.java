package io.herd.docker;

import io.herd.action.Action.CallDaemon;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Replied;
import io.herd.api.ApiRequest;
import io.herd.model.NodeName;
import java.util.Map;

/** Finds the node on which a command was started in a container. */
record ExecOwner(Daemons daemons) {

    NodeName of(String id) throws ApiException {
        var path = "/exec/%s/json".formatted(ApiRequest.encoded(id));
        var answers =
                daemons.find(
                        id,
                        daemons.nodes(),
                        new CallDaemon(ApiRequest.get(path, "")),
                        ExecOwner::isIt);
        var node =
                answers.byNode().entrySet().stream()
                        .filter(it -> isIt(it.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow(() -> Missing.of("exec instance", id, answers, daemons));
        daemons.lastSeen().saw(id, node);
        return node;
    }

    // Nobody else has the same id.
    private static boolean isIt(Outcome outcome) {
        return outcome instanceof Done(Replied(var response)) && response.ok();
    }
}
