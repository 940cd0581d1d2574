package io.herd.docker;

import io.herd.api.ApiResponse;
import io.herd.engine.DaemonStream;
import io.herd.model.NodeName;
import java.util.Optional;

/** What becomes of a request. */
public sealed interface Answer {

    /** It is answered. */
    record Whole(ApiResponse response) implements Answer {}

    /**
     * A daemon answers it bit by bit.
     *
     * @param stream to be closed by whoever gets it
     * @param apiVersion what the answer is to say of it; what the daemon says if it is empty
     */
    record Flowing(NodeName node, DaemonStream stream, Optional<String> apiVersion)
            implements Answer {}
}
