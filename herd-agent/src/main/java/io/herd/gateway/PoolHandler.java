package io.herd.gateway;

import io.herd.action.Outcome.Done;
import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.json.wire.EnvelopeJson;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.Set;

/** Handles requests to register or unregister a node. */
record PoolHandler(Herd herd) {

    RawJson move(String hostname, Pool pool) throws ProblemException, NoSuchNodeException {
        var node = node(hostname);
        var outcome = herd.setPool(Set.of(node), pool).of(node);
        if (outcome instanceof Done) {
            return EnvelopeJson.empty(node, Statuses.NO_CONTENT, Instant.now());
        }
        throw new ProblemException(ListHandler.problem(node, outcome));
    }

    private static NodeName node(String hostname) throws ProblemException {
        try {
            return new NodeName(hostname);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Statuses.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
