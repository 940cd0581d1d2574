package io.herd.gateway;

import io.herd.json.wire.EnvelopeJson;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.util.List;
import java.util.Optional;

/**
 * Why something was not done, as the client hears it.
 *
 * @param status the HTTP status
 * @param node whose fault it is, if it is one node's
 * @param candidates the containers that may be meant, if that is the trouble
 */
record Problem(int status, String message, Optional<NodeName> node, List<String> candidates) {

    Problem(int status, String message) {
        this(status, message, Optional.empty(), List.of());
    }

    Problem(int status, String message, NodeName node) {
        this(status, message, Optional.of(node), List.of());
    }

    RawJson json() {
        return EnvelopeJson.error(status, message, node, candidates);
    }

    HttpReply reply() {
        return HttpReply.json(status, json());
    }
}
