package io.herd.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.agent.LocalNode;
import io.herd.api.ApiBody;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.cluster.CallersCluster;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HerdApiTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final MemoryEngine a = new MemoryEngine("busybox");
    private final MemoryEngine b = new MemoryEngine("busybox");
    private final MemoryEngine c = new MemoryEngine("busybox");
    private final InProcessCluster cluster =
            new InProcessCluster()
                    .with("a", new LocalNode(new NodeName("a"), a))
                    .with("b", new LocalNode(new NodeName("b"), b))
                    .with("c", new LocalNode(new NodeName("c"), c));
    private final SilentNodes silent = new SilentNodes();
    private final HerdApi api =
            new HerdApi(
                    "herd",
                    new Daemons(
                            new CallersCluster(new Caller("root", By.SOCKET, "a"), cluster),
                            new NodeName("a"),
                            (what, begin) -> a.open(what, begin),
                            TIMEOUT,
                            silent,
                            new LastSeen()),
                    new Versions(cluster, silent),
                    new Greeting());

    @Test
    void aContainerIsAskedForWhereItIsByItsFullId() throws Exception {
        var id = made(b, "web");
        b.api().answer("GET /containers/" + id + "/json", 200, "{\"Id\":\"x\",\"Config\":{}}");

        var answer = whole(get("/containers/web/json", ""));

        assertThat(answer.body()).contains("\"herd.node\":\"b\"");
        assertThat(c.api().requests()).noneMatch(it -> it.path().contains("/containers/" + id));
    }

    @Test
    void oneOfSeveralIsNoGuess() throws Exception {
        made(b, "web");
        made(c, "web");

        assertThatThrownBy(() -> whole(get("/containers/web/json", "")))
                .isInstanceOf(ApiException.class)
                .hasMessage("container web is ambiguous (b/web, c/web)");
    }

    @Test
    void whatIsNowhereIsNotFoundOnlyIfAllHaveAnswered() {
        assertThatThrownBy(() -> whole(get("/containers/nix/json", "")))
                .isInstanceOfSatisfying(
                        ApiException.class, it -> assertThat(it.status()).isEqualTo(404))
                .hasMessage("No such container: nix");

        c.down();
        assertThatThrownBy(() -> whole(get("/containers/nix/json", "")))
                .isInstanceOfSatisfying(
                        ApiException.class, it -> assertThat(it.status()).isEqualTo(404))
                .hasMessage("No such container: nix; c's daemon is down");

        cluster.lose("b");
        assertThatThrownBy(() -> whole(get("/containers/nix/json", "")))
                .isInstanceOfSatisfying(
                        ApiException.class, it -> assertThat(it.status()).isEqualTo(503))
                .hasMessage("no such container: nix on a; b does not answer");
    }

    @ParameterizedTest
    @CsvSource({
        "1.42, client version 1.42 is too new. Maximum supported API version is 1.41",
        "nonsense, client version nonsense is too new. Maximum supported API version is 1.41",
        "1.23, 'client version 1.23 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version'"
    })
    void aVersionThatSomeDoNotSpeakIsRefusedInDockersWords(String version, String message) {
        b.api().answer("GET /version", 200, "{\"ApiVersion\":\"1.47\",\"MinAPIVersion\":\"1.40\"}");

        assertThatThrownBy(() -> whole(get("/plugins", "").withVersion(version)))
                .isInstanceOf(ApiException.class)
                .hasMessage(message);
    }

    @Test
    void aVersionIsRaisedForADaemonThatBeginsLater() throws Exception {
        b.api().answer("GET /version", 200, "{\"ApiVersion\":\"1.47\",\"MinAPIVersion\":\"1.40\"}");
        for (var engine : List.of(a, b, c)) {
            engine.api().answer("GET /networks", 200, "[]");
        }

        whole(get("/networks", "").withVersion("1.30"));

        assertThat(versionOf(a, "/networks")).contains("1.30");
        assertThat(versionOf(b, "/networks")).contains("1.40");
    }

    private static Optional<String> versionOf(MemoryEngine engine, String path) {
        return engine.api().requests().stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .flatMap(ApiRequest::version);
    }

    @Test
    void aListNamesWhoIsMissingInIt() throws Exception {
        a.api().answer("GET /networks", 200, "[{\"Id\":\"1\"}]");
        b.api().answer("GET /networks", 200, "no json");
        c.down();

        var answer = whole(get("/networks", ""));

        assertThat(answer.body()).isEqualTo("[{\"Id\":\"1\",\"Labels\":{\"herd.node\":\"a\"}}]");
        assertThat(answer.head().headers().stream().filter(it -> it.is("X-Herd-Missing")))
                .extracting(it -> it.value())
                .containsExactly("b", "c");
    }

    @Test
    void whatADaemonDoesNotUnderstandIsSaidAsItSaysIt() {
        for (var engine : List.of(a, b, c)) {
            engine.api().answer("GET /networks", 400, "{\"message\":\"Invalid filter 'x'\"}");
        }

        assertThatThrownBy(() -> whole(get("/networks", "filters=%7B%22x%22%3A%5B%5D%7D")))
                .isInstanceOfSatisfying(
                        ApiException.class, it -> assertThat(it.status()).isEqualTo(400))
                .hasMessage("Invalid filter 'x'");
    }

    @Test
    void aSwarmsEndpointsAreRefusedAndReachedByTheNodesName() throws Exception {
        assertThatThrownBy(() -> whole(get("/services", "")))
                .isInstanceOfSatisfying(
                        ApiException.class, it -> assertThat(it.status()).isEqualTo(503));
        assertThat(api.answer(get("/services", ""), Optional.of(new NodeName("a"))))
                .isInstanceOf(Answer.Flowing.class);
    }

    @Test
    void aFormThatIsNoneIsForTheOwnDaemonToRefuse() throws Exception {
        a.api().answer("POST /containers/create", 400, "{\"message\":\"EOF\"}");

        var answer = whole(post("/containers/create", "{"));

        assertThat(answer.head().status()).isEqualTo(400);
        assertThat(answer.body()).contains("EOF");
    }

    private static String made(MemoryEngine engine, String name) throws Exception {
        return engine.create(
                        Optional.of(name),
                        new RawJson("{\"Image\":\"busybox\"}"),
                        Deadline.in(TIMEOUT))
                .id();
    }

    private ApiResponse whole(ApiRequest request) throws ApiException {
        return ((Answer.Whole) api.answer(request, Optional.empty())).response();
    }

    private static ApiRequest get(String path, String query) {
        return ApiRequest.get(path, query);
    }

    private static ApiRequest post(String path, String form) {
        return new ApiRequest(
                "POST", Optional.empty(), path, "", List.of(), new ApiBody.Text(form));
    }
}
