package io.herd.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Frame;
import io.herd.api.ApiHead;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.api.Header;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a daemon answers to requests that are handed to it as they are: what a test has told it. */
public final class MemoryApi {

    private final Map<String, ApiResponse> answers = new ConcurrentHashMap<>();
    private final Map<String, Runnable> events = new ConcurrentHashMap<>();
    private final Queue<ApiRequest> requests = new ConcurrentLinkedQueue<>();

    MemoryApi() {
        answer("GET /version", 200, "{\"ApiVersion\":\"1.41\",\"MinAPIVersion\":\"1.12\"}");
    }

    /**
     * @param endpoint method and path, such as {@code GET /version}
     */
    public void answer(String endpoint, int status, String body) {
        answers.put(endpoint, response(status, body));
    }

    /**
     * What happens, once, before an endpoint answers.
     *
     * @param endpoint as of {@link #answer}
     */
    public void before(String endpoint, Runnable event) {
        events.put(endpoint, event);
    }

    /** The requests that were handed to it, in their order. */
    public List<ApiRequest> requests() {
        return List.copyOf(requests);
    }

    ApiResponse call(ApiRequest request) {
        requests.add(request);
        var endpoint = request.method() + " " + request.path();
        Optional.ofNullable(events.remove(endpoint)).ifPresent(Runnable::run);
        return answers.getOrDefault(endpoint, response(404, "{\"message\":\"page not found\"}"));
    }

    DaemonStream relay(ApiRequest request) {
        var response = call(request);
        return MemoryDaemonStream.of(
                new Frame.Head(response.head()),
                new Frame.Out(ByteBuffer.wrap(response.body().getBytes(UTF_8))),
                new Frame.Ended());
    }

    private static ApiResponse response(int status, String body) {
        var headers =
                List.of(
                        new Header("Api-Version", "1.41"),
                        new Header("Content-Type", "application/json"),
                        new Header("Content-Length", String.valueOf(body.getBytes(UTF_8).length)));
        return new ApiResponse(new ApiHead(status, "", headers, true), body);
    }
}
