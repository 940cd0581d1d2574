package io.herd.docker;

import io.herd.api.ApiResponse;
import io.herd.json.api.ApiText;
import io.herd.model.NodeName;

/** What daemons say of what they have not done. */
final class Errors {

    private Errors() {}

    static String message(ApiResponse response) {
        return ApiText.messageOf(response.body());
    }

    /** The same with the node before it, unless it is the own. */
    static String at(NodeName node, NodeName self, ApiResponse response) {
        return node.equals(self) ? message(response) : node + ": " + message(response);
    }
}
