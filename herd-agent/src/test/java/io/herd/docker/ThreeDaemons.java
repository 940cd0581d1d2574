package io.herd.docker;

import io.herd.agent.LocalNode;
import io.herd.api.ApiBody;
import io.herd.api.ApiOptions;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.cluster.CallersCluster;
import io.herd.cluster.InProcessCluster;
import io.herd.concurrent.Turns;
import io.herd.engine.MemoryEngine;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A herd of three daemons in memory, as the Docker API of the first shows it. */
final class ThreeDaemons {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    final MemoryEngine a = new MemoryEngine("busybox");
    final MemoryEngine b = new MemoryEngine("busybox");
    final MemoryEngine c = new MemoryEngine("busybox");
    final InProcessCluster cluster =
            new InProcessCluster()
                    .with("a", new LocalNode(new NodeName("a"), a))
                    .with("b", new LocalNode(new NodeName("b"), b))
                    .with("c", new LocalNode(new NodeName("c"), c));
    private final SilentNodes silent = new SilentNodes();
    final HerdApi api = api(ApiOptions.USUAL);

    HerdApi api(ApiOptions options) {
        return new HerdApi(
                "herd",
                new Daemons(
                        new CallersCluster(new Caller("root", By.SOCKET, "a"), cluster),
                        new NodeName("a"),
                        (what, begin) -> a.open(what, begin),
                        TIMEOUT,
                        silent,
                        new LastSeen()),
                new Versions(cluster, silent, options.most()),
                new Greeting(),
                new Turns(),
                options);
    }

    ApiResponse whole(ApiRequest request) throws ApiException {
        return answered(api, request);
    }

    static ApiResponse answered(HerdApi api, ApiRequest request) throws ApiException {
        return ((Answer.Whole) api.answer(request, Optional.empty())).response();
    }

    static String made(MemoryEngine engine, String name) throws Exception {
        return engine.create(
                        Optional.of(name),
                        new RawJson("{\"Image\":\"busybox\"}"),
                        Deadline.in(TIMEOUT))
                .id();
    }

    static ApiRequest get(String path, String query) {
        return ApiRequest.get(path, query);
    }

    static ApiRequest delete(String path) {
        return new ApiRequest(
                "DELETE", Optional.empty(), path, "", List.of(), new ApiBody.Text(""));
    }

    static ApiRequest post(String path, String form) {
        return new ApiRequest(
                "POST", Optional.empty(), path, "", List.of(), new ApiBody.Text(form));
    }
}
