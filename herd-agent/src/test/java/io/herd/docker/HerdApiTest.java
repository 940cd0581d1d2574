package io.herd.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
    void whatWasSeenSomewhereIsLookedForThereFirst() throws Exception {
        b.api().answer("GET /exec/e1/json", 200, "{\"ID\":\"e1\"}");

        whole(get("/exec/e1/json", ""));
        await().until(() -> asked(c, "/exec/e1/json") == 1);
        whole(get("/exec/e1/json", ""));

        assertThat(asked(c, "/exec/e1/json")).isEqualTo(1);
    }

    @Test
    void whatIsNotThereAnyMoreIsLookedForEverywhere() throws Exception {
        b.api().answer("GET /exec/e1/json", 200, "{\"ID\":\"e1\"}");
        whole(get("/exec/e1/json", ""));
        b.api().answer("GET /exec/e1/json", 404, "{}");
        c.api().answer("GET /exec/e1/json", 200, "{\"ID\":\"e1\",\"of\":\"c\"}");

        assertThat(whole(get("/exec/e1/json", "")).body()).contains("\"of\":\"c\"");
    }

    private static long asked(MemoryEngine engine, String path) {
        return engine.api().requests().stream().filter(it -> it.path().equals(path)).count();
    }

    @Test
    void aPingIsAnsweredAsTheLastOneWas() throws Exception {
        a.api().answer("GET /_ping", 200, "OK");
        whole(get("/_ping", ""));
        a.down();

        assertThat(whole(get("/_ping", "")).body()).isEqualTo("OK");
        // That one was asked for the next, and nobody has answered: the herd is well all the same.
        await().until(() -> asked(a, "/_ping") >= 1);
        assertThat(whole(get("/_ping", "")).head().header("Api-Version")).contains("1.41");
    }

    @Test
    void whatIsYoungerThanSomethingOnAnotherNodeIsListed() throws Exception {
        var id = made(b, "old");
        b.api()
                .answer(
                        "GET /containers/%s/json".formatted(id),
                        200,
                        "{\"Id\":\"%s\",\"Created\":\"2026-01-01T00:00:10.5Z\"}".formatted(id));
        c.api()
                .answer(
                        "GET /containers/json",
                        200,
                        "[{\"Id\":\"c1\",\"Created\":1767225611},{\"Id\":\"c2\",\"Created\":1767225610},{\"Id\":\"c3\",\"Created\":1767225609}]");
        // A list has seconds: of the same one, the description says more.
        c.api().answer("GET /containers/c2/json", 200, "{\"Created\":\"2026-01-01T00:00:10.7Z\"}");
        a.api().answer("GET /containers/json", 200, "[]");
        b.api().answer("GET /containers/json", 200, "[]");

        var since = whole(get("/containers/json", "filters={\"since\":[\"old\"]}"));
        var before = whole(get("/containers/json", "filters={\"before\":[\"old\"]}"));

        assertThat(since.body()).contains("\"c1\"", "\"c2\"").doesNotContain("\"c3\"");
        assertThat(before.body()).contains("\"c3\"").doesNotContain("\"c1\"", "\"c2\"");
    }

    @Test
    void whatWasDoneOnSomeAloneIsToldOfEach() throws Exception {
        a.api().answer("POST /networks/prune", 200, "{\"NetworksDeleted\":[\"n\"]}");
        b.api().answer("POST /networks/prune", 409, "{\"message\":\"a prune is running\"}");
        cluster.lose("c");
        var prune =
                new ApiRequest(
                        "POST",
                        Optional.empty(),
                        "/networks/prune",
                        "",
                        List.of(),
                        new ApiBody.None());

        assertThatThrownBy(() -> whole(prune))
                .isInstanceOfSatisfying(
                        ApiException.class, it -> assertThat(it.status()).isEqualTo(409))
                .hasMessageStartingWith("a: done; b: a prune is running; c: ");
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
    void whatGetsANameThatSomebodySilentMayHaveIsWarned() throws Exception {
        a.api().answer("GET /images/busybox/json", 200, "{\"Id\":\"i\"}");
        a.api().answer("POST /containers/create", 201, "{\"Id\":\"x\",\"Warnings\":[]}");
        cluster.lose("c");

        var created =
                whole(
                        post("/containers/create", "{\"Image\":\"busybox\"}")
                                .with("name", Optional.of("web")));

        assertThat(created.body()).contains("the name web may be taken on c, which did not answer");
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
