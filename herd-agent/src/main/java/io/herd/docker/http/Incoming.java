package io.herd.docker.http;

import io.herd.api.ApiBody;
import io.herd.api.ApiRequest;
import io.herd.model.NodeName;
import java.io.InputStream;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param node the one that it is for, if it says so
 * @param body what has not been read of it
 * @param last whether the client wants the connection to be closed after the answer
 * @param old whether it does not know chunks
 */
record Incoming(
        ApiRequest request, Optional<NodeName> node, InputStream body, boolean last, boolean old) {

    /** Whether it wants the head of an answer alone. */
    boolean isHead() {
        return request.method().equals("HEAD");
    }

    /** Whether there may be something to read in the body. */
    boolean isUnread() {
        return switch (request.body()) {
            case ApiBody.None _, ApiBody.Text _ -> false;
            case ApiBody.Sized _, ApiBody.Unsized _ -> true;
        };
    }
}
