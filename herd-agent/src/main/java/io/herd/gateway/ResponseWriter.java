package io.herd.gateway;

import io.herd.api.ApiHead;
import io.herd.api.Header;
import io.herd.http.Closing;
import io.herd.http.HttpConnection;
import io.herd.model.Utf8;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends HTTP responses, and cuts off clients that do not read theirs in time.
 *
 * @param patience how long they may take
 */
record ResponseWriter(Duration patience) {

    /** Sends a response; returns whether the client may ask something else. */
    boolean send(HttpConnection connection, Arriving request, HttpReply reply) throws IOException {
        boolean last = request.isLast() || !request.isWhole();
        try (var _ = new Closing(connection, patience)) {
            long length = Utf8.length(reply.body());
            connection.write(new ApiHead(reply.status(), "", headers(reply, length), true), last);
            if (!request.isBodiless()) {
                try (var body = connection.sized(length)) {
                    Utf8.write(reply.body(), body);
                }
            }
            if (!request.isWhole()) {
                connection.leave();
            }
        }
        return !last;
    }

    private static List<Header> headers(HttpReply reply, long length) {
        var headers = new ArrayList<Header>();
        headers.add(new Header("Content-Type", reply.type()));
        headers.add(new Header("Content-Length", Long.toString(length)));
        headers.add(new Header("Cache-Control", "no-store"));
        headers.add(new Header("X-Content-Type-Options", "nosniff"));
        if (reply.status() == Statuses.UNAUTHORIZED) {
            headers.add(new Header("WWW-Authenticate", "Bearer realm=\"herd\""));
        }
        if (reply.status() == Statuses.UNAVAILABLE) {
            headers.add(new Header("Retry-After", Integer.toString(Statuses.RETRY_AFTER)));
        }
        return headers;
    }
}
