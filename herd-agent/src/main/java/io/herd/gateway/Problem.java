package io.herd.gateway;

import io.herd.json.wire.EnvelopeJson;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.util.List;
import java.util.Optional;

/**
 * An error answer to a client: HTTP status and message.
 *
 * @param status the HTTP status
 * @param node the node at fault, if it is a single one
 * @param candidates the containers that may be meant, if the reference is ambiguous
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
