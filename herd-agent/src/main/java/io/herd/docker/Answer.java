package io.herd.docker;

import io.herd.api.ApiResponse;
import io.herd.engine.DaemonStream;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a request. */
public sealed interface Answer {

    /** It is answered. */
    record Whole(ApiResponse response) implements Answer {}

    /**
     * A daemon answers it bit by bit.
     *
     * @param stream to be closed by whoever gets it
     * @param apiVersion what the answer is to say of it; what the daemon says if it is empty
     * @param warnings what else the answer's head is to say
     */
    record Flowing(
            NodeName node, DaemonStream stream, Optional<String> apiVersion, List<String> warnings)
            implements Answer {

        Flowing(NodeName node, DaemonStream stream, Optional<String> apiVersion) {
            this(node, stream, apiVersion, List.of());
        }
    }

    /** The same with warnings in its head. */
    default Answer warned(List<String> more) {
        return switch (this) {
            case Whole(var response) ->
                    new Whole(new ApiResponse(response.head().warned(more), response.body()));
            case Flowing(var node, var stream, var version, var warnings) ->
                    new Flowing(
                            node,
                            stream,
                            version,
                            Stream.concat(warnings.stream(), more.stream()).toList());
        };
    }
}
