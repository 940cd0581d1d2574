package io.herd.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import io.herd.api.ApiBody;
import io.herd.api.ApiHead;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.api.Header;
import io.herd.api.Routes;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.engine.docker.http.Exchange;
import io.herd.engine.docker.http.SocketResponse;
import io.herd.model.Deadline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;

/** Hands requests of the Docker Engine API to a daemon as they are, and its answers back. */
record DockerApi(DockerClient daemon) {

    /** Headers about a connection, which end at its ends. */
    private static final Set<String> HOP_BY_HOP =
            caseless("Connection", "Keep-Alive", "Transfer-Encoding");

    private static Set<String> caseless(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }

    /** A request whose answer is taken as a whole. */
    ApiResponse call(ApiRequest request, Deadline deadline) throws EngineException {
        return daemon.exchange(
                exchange -> {
                    send(request, exchange);
                    try (var response = exchange.response()) {
                        var head = head(response, request);
                        return new ApiResponse(
                                head,
                                isBodiless(request) ? "" : DockerClient.reply(response).body());
                    }
                },
                deadline);
    }

    /** A request that is answered bit by bit. */
    DaemonStream relay(ApiRequest request, Deadline begin) throws EngineException {
        return daemon.exchange(
                exchange -> {
                    send(request, exchange);
                    if (Routes.of(request).route().slow()) {
                        exchange.endless();
                    }
                    return new RelayedExchange(daemon, exchange, request);
                },
                begin);
    }

    private static void send(ApiRequest request, Exchange exchange) throws IOException {
        exchange.begin(
                request.method(),
                request.target(),
                headers(request),
                request.text().getBytes(UTF_8));
    }

    private static List<Entry<String, String>> headers(ApiRequest request) {
        var headers = new ArrayList<Entry<String, String>>();
        request.headers().forEach(it -> headers.add(entry(it.name(), it.value())));
        switch (request.body()) {
            case ApiBody.None _ -> {
                if (!Set.of("GET", "HEAD").contains(request.method())) {
                    headers.add(entry("Content-Length", "0"));
                }
            }
            case ApiBody.Text(String text) ->
                    headers.add(
                            entry("Content-Length", String.valueOf(text.getBytes(UTF_8).length)));
            case ApiBody.Sized(long length) ->
                    headers.add(entry("Content-Length", String.valueOf(length)));
            case ApiBody.Unsized _ -> headers.add(entry("Transfer-Encoding", "chunked"));
        }
        headers.add(
                entry("Connection", request.header("Upgrade").isPresent() ? "Upgrade" : "close"));
        return headers;
    }

    /** Whether its answer has no body, whatever its head says. */
    static boolean isBodiless(ApiRequest request) {
        return request.method().equals("HEAD");
    }

    static ApiHead head(SocketResponse response, ApiRequest request) {
        var headers = new ArrayList<Header>();
        response.getHeaders()
                .forEach((name, values) -> {
                    if (!HOP_BY_HOP.contains(name)) {
                        values.forEach(value -> headers.add(new Header(name, value)));
                    }
                });
        return new ApiHead(
                response.getStatusCode(),
                response.reason(),
                headers,
                response.framed() || isBodiless(request));
    }
}
