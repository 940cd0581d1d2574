package io.herd.docker;

import io.herd.api.ApiHead;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.api.Header;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The answer to a ping, with which every client begins: that of the own daemon to the last one,
 * while the daemon is asked anew for the next. If it is down, the herd is well all the same.
 * Thread-safe.
 */
public final class Greeting {

    private static final System.Logger LOG = System.getLogger("io.herd.docker");
    private static final String VERSION = "Api-Version";
    private static final ApiResponse ITSELF =
            new ApiResponse(
                    new ApiHead(
                            200,
                            "",
                            List.of(
                                    new Header(VERSION, ""),
                                    new Header("Ostype", "linux"),
                                    new Header("Content-Type", "text/plain; charset=utf-8")),
                            true),
                    "OK");

    /** By method. */
    private final Map<String, ApiResponse> last = new ConcurrentHashMap<>();

    /**
     * @throws ApiException when nobody speaks the version of the request
     */
    ApiResponse of(HerdApi api, ApiRequest request) throws ApiException {
        var versioned = api.versioned(api.daemons().self(), request);
        var known = last.get(request.method());
        if (known == null) {
            ask(api, versioned);
        } else {
            Thread.ofVirtual().name("herd-docker-ping").start(() -> ask(api, versioned));
        }
        var answer = known == null ? last.getOrDefault(request.method(), ITSELF) : known;
        return new ApiResponse(
                answer.head().with(VERSION, api.versions().newest().toString()), answer.body());
    }

    private void ask(HerdApi api, ApiRequest request) {
        var self = api.daemons().self();
        try {
            var response = api.daemons().call(self, request);
            response.head().header(VERSION).ifPresent(it -> api.versions().saw(self, it));
            last.put(request.method(), response);
        } catch (ApiException e) {
            LOG.log(Level.DEBUG, "the own daemon does not answer a ping", e);
            last.remove(request.method());
        }
    }
}
