package io.herd.docker;

import static io.herd.docker.ThreeDaemons.answered;
import static io.herd.docker.ThreeDaemons.delete;
import static io.herd.docker.ThreeDaemons.get;
import static io.herd.docker.ThreeDaemons.made;
import static io.herd.docker.ThreeDaemons.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herd.action.Frame;
import io.herd.agent.Flowing;
import io.herd.agent.LocalNode;
import io.herd.api.ApiBody;
import io.herd.api.ApiHead;
import io.herd.api.ApiOptions;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.api.ApiVersion;
import io.herd.api.Header;
import io.herd.cluster.InProcessCluster;
import io.herd.engine.MemoryEngine;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HerdApiTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final ApiOptions STRICT =
            new ApiOptions(true, ApiOptions.Place.OWN, true, Optional.empty());

    private static final ApiOptions SPREAD =
            new ApiOptions(false, ApiOptions.Place.SPREAD, true, Optional.empty());

    private final ThreeDaemons three = new ThreeDaemons();
    private final MemoryEngine a = three.a;
    private final MemoryEngine b = three.b;
    private final MemoryEngine c = three.c;
    private final InProcessCluster cluster = three.cluster;
    private final HerdApi api = three.api;

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
    void whatIsNowhereIsNotFoundOnlyIfAllHaveAnswered() throws Exception {
        assertThat(whole(get("/containers/nix/json", "")).head().status()).isEqualTo(404);

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

    /** Why nobody knows what c has. */
    enum Away {
        SILENT,
        DOWN,
        GONE
    }

    @ParameterizedTest
    @EnumSource
    void whatGetsANameThatAnotherMayHaveIsWarned(Away c) throws Exception {
        a.api().answer("GET /images/busybox/json", 200, "{\"Id\":\"i\"}");
        a.api().answer("POST /containers/create", 201, "{\"Id\":\"x\",\"Warnings\":[]}");
        switch (c) {
            case SILENT -> cluster.lose("c");
            case DOWN -> this.c.down();
            case GONE -> cluster.die("c", Duration.ofSeconds(3), Optional.empty());
        }

        var created =
                whole(
                        post("/containers/create", "{\"Image\":\"busybox\"}")
                                .with("name", Optional.of("web")));

        assertThat(created.body()).contains("the name web may be taken on c, which did not answer");
    }

    @Test
    void theElderStaysWhenTheYoungerGoesWhileItIsAskedForItsAge() throws Exception {
        var mine = "a".repeat(64);
        a.api().answer("GET /images/busybox/json", 200, "{\"Id\":\"i\"}");
        a.api().answer("POST /containers/create", 201, "{\"Id\":\"%s\"}".formatted(mine));
        a.api()
                .answer(
                        "GET /containers/%s/json".formatted(mine),
                        200,
                        "{\"Created\":\"2026-01-01T00:00:10.5Z\"}");
        a.api().before("POST /containers/create", () -> anotherIsMadeAndGoes("web"));

        var created =
                whole(
                        post("/containers/create", "{\"Image\":\"busybox\"}")
                                .with("name", Optional.of("web")));

        assertThat(created.head().status()).isEqualTo(201);
        assertThat(a.api().requests()).noneMatch(it -> it.method().equals("DELETE"));
        assertThat(b.api().requests()).anyMatch(it -> it.path().endsWith("/json"));
    }

    private void anotherIsMadeAndGoes(String name) {
        try {
            var other = made(b, name);
            b.api().before("GET /containers/%s/json".formatted(other), () -> removed(b, other));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void removed(MemoryEngine engine, String id) {
        try {
            engine.remove(id, false, false, Deadline.in(TIMEOUT));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsFoundByItsNameIsWarnedOfThoseThatMayHaveAnother() throws Exception {
        var id = made(b, "web");
        b.api().answer("GET /containers/" + id + "/json", 200, "{\"Id\":\"x\",\"Config\":{}}");
        made(a, "own");
        b.api().answer("GET /volumes/data", 200, "{\"Name\":\"data\"}");
        cluster.lose("c");

        var warning = "199 herd \"c: no answer, and it may have another of this name\"";
        for (var path : List.of("/containers/web/json", "/volumes/data")) {
            assertThat(whole(get(path, "")).head().header("Warning")).contains(warning);
        }
        assertThat(whole(get("/containers/" + id + "/json", "")).head().header("Warning"))
                .as("nobody else has the same id")
                .isEmpty();
        assertThat(api.answer(get("/containers/own/logs", "stdout=1"), Optional.empty()))
                .isInstanceOfSatisfying(
                        Answer.Flowing.class,
                        it -> assertThat(it.warnings()).containsExactly(warning));
    }

    @Test
    void whateverIsDoneByANameIsWarnedOfThoseThatMayHaveAnother() throws Exception {
        var id = made(b, "web");
        b.api().answer("POST /containers/" + id + "/rename", 204, "");
        made(a, "own");
        b.api().answer("GET /networks/net", 200, "{\"Id\":\"n\",\"Name\":\"net\"}");
        b.api().answer("POST /networks/net/connect", 200, "");
        b.api().answer("GET /images/tool/json", 200, "{\"Id\":\"i\"}");
        cluster.lose("c");
        var warning = "199 herd \"c: no answer, and it may have another of this name\"";

        for (var request :
                List.of(
                        post("/containers/web/rename", "").with("name", Optional.of("new")),
                        post("/commit", "{}").with("container", Optional.of("own")),
                        post("/networks/net/connect", "{\"Container\":\"web\"}"),
                        get("/images/tool/json", ""))) {
            assertThat(warnings(api.answer(request, Optional.empty())))
                    .as(request.path())
                    .contains(warning);
        }
        assertThat(
                        warnings(
                                api.answer(
                                        post("/containers/" + id + "/rename", "")
                                                .with("name", Optional.of("new")),
                                        Optional.empty())))
                .containsExactly("199 herd \"c: no answer, and new may be taken\"");
    }

    private void tells(MemoryEngine engine, String name, String event) {
        engine.api().answer("GET /events", 200, event + "\n");
        cluster.with(name, new LocalNode(new NodeName(name), engine), Flowing.of(engine));
    }

    @Test
    void pastEventsOfAllComeInTheirOrder() throws Exception {
        tells(a, "a", "{\"Action\":\"start\",\"timeNano\":2}");
        tells(b, "b", "{\"Action\":\"create\",\"timeNano\":1}");
        tells(c, "c", "{\"Action\":\"die\",\"timeNano\":3}");

        var told = told(api, "until=5");

        assertThat(told.head().header("X-Herd-Missing")).isEmpty();
        assertThat(told.events()).containsSubsequence("create", "start", "die");
    }

    @Test
    void eventsNameTheNodesThatAreMissing() throws Exception {
        tells(a, "a", "{\"Action\":\"start\",\"timeNano\":2}");
        tells(b, "b", "");
        b.api().answer("GET /events", 500, "{\"message\":\"broken\"}");
        cluster.die("c", Duration.ofSeconds(7), Optional.empty());

        var told = told(api, "until=5");

        assertThat(told.events()).contains("start");
        assertThat(told.head().headers().stream().filter(it -> it.is("Warning")).map(Header::value))
                .containsExactly(
                        "199 herd \"b: its Docker daemon answers with 500\"",
                        "199 herd \"c: gone for 7 s; if it will not come back: herd node forget c\"");
        assertThat(told.head().headers().stream().filter(it -> it.is("X-Herd-Missing")))
                .map(Header::value)
                .containsExactly("b", "c");
        assertThatThrownBy(() -> told(three.api(STRICT), "until=5"))
                .hasMessageContaining("b: its Docker daemon answers with 500; c: gone for")
                .extracting(it -> ((ApiException) it).status())
                .isEqualTo(503);
    }

    @Test
    void whereNobodyTellsOfEventsThatIsAnError() {
        a.api().answer("GET /events", 500, "{\"message\":\"broken\"}");

        assertThatThrownBy(() -> told(api, ""))
                .hasMessageContaining("a: its Docker daemon answers with 500; b: ")
                .extracting(it -> ((ApiException) it).status())
                .isEqualTo(503);
    }

    private record Told(ApiHead head, String events) {}

    private static Told told(HerdApi api, String query) throws Exception {
        var flowing = (Answer.Flowing) api.answer(get("/events", query), Optional.empty());
        var events = new StringBuilder();
        try (var stream = flowing.stream()) {
            var head = ((Frame.Head) stream.next()).head();
            for (var frame = stream.next(); frame instanceof Frame.Out(var bytes); ) {
                events.append(UTF_8.decode(bytes));
                frame = stream.next();
            }
            return new Told(head, events.toString());
        }
    }

    private static List<String> warnings(Answer answer) {
        return switch (answer) {
            case Answer.Whole(var response) ->
                    response.head().headers().stream()
                            .filter(it -> it.is("Warning"))
                            .map(it -> it.value())
                            .toList();
            case Answer.Flowing flowing -> flowing.warnings();
        };
    }

    @Test
    void anImageThatSomebodyWhoIsSilentMayHaveIsNotSaidToBeRemoved() {
        b.api().answer("GET /images/tool/json", 200, "{\"Id\":\"i\"}");
        b.api().answer("DELETE /images/tool", 200, "[{\"Untagged\":\"tool\"}]");
        cluster.lose("c");

        assertThatThrownBy(() -> whole(delete("/images/tool")))
                .isInstanceOfSatisfying(
                        ApiException.class, it -> assertThat(it.status()).isEqualTo(504))
                .hasMessage("b: done; c: no answer, and it may have it as well");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"Image\":\"../odd\"}",
                "{\"Image\":\"busybox\",\"HostConfig\":{\"Binds\":[\"..:/x\"]}}",
                "{\"Image\":\"busybox\",\"HostConfig\":{\"NetworkMode\":\"a//b\"}}"
            })
    void aFormThatIsNoneIsForTheOwnDaemonToRefuse(String form) throws Exception {
        a.api().answer("POST /containers/create", 400, "{\"message\":\"EOF\"}");

        var answer = whole(post("/containers/create", form));

        assertThat(answer.head().status()).isEqualTo(400);
        assertThat(answer.body()).contains("EOF");
    }

    @Test
    void whoeverWantsAllOrNothingGetsNoPart() throws Exception {
        a.api().answer("GET /containers/json", 200, "[]");
        b.api().answer("GET /containers/json", 200, "[]");
        var list = get("/containers/json", "");
        c.down();

        assertThat(whole(list).head().header("X-Herd-Missing")).contains("c");
        assertThatThrownBy(() -> three.api(STRICT).answer(list, Optional.empty()))
                .isInstanceOfSatisfying(
                        ApiException.class, it -> assertThat(it.status()).isEqualTo(503))
                .hasMessage("c: cannot reach the Docker daemon in memory: no such socket");

        c.up();
        c.api().answer("GET /containers/json", 200, "[]");
        assertThat(answered(three.api(STRICT), list).body()).isEqualTo("[]");
    }

    @Test
    void whatWasSeenWhereADaemonIsDownIsNotSaidToBeGone() throws Exception {
        var id = made(b, "web");
        b.api().answer("GET /containers/" + id + "/json", 200, "{\"Id\":\"x\",\"Config\":{}}");
        whole(get("/containers/" + id + "/json", ""));

        b.down();
        isUnknown(id, "No such container: %s; b's daemon is down");
        cluster.die("b", Duration.ofSeconds(3), Optional.empty());
        isUnknown(id, "No such container: %s; b is gone");
    }

    // By its name it may be another.
    private void isUnknown(String id, String byName) {
        assertThatThrownBy(() -> whole(delete("/containers/" + id)))
                .isInstanceOfSatisfying(
                        ApiException.class, it -> assertThat(it.status()).isEqualTo(503))
                .hasMessage("no such container: %s on a, c; b does not answer", id);
        assertThatThrownBy(() -> whole(delete("/containers/web")))
                .isInstanceOfSatisfying(
                        ApiException.class, it -> assertThat(it.status()).isEqualTo(404))
                .hasMessage(byName, "web");
    }

    @Test
    void whatItsNodeDoesNotHaveAnyMoreIsNotFoundWhateverBecomesOfThatNode() throws Exception {
        b.api().answer("GET /exec/e1/json", 200, "{\"ID\":\"e1\"}");
        whole(get("/exec/e1/json", ""));
        b.api().answer("GET /exec/e1/json", 404, "{}");
        assertThat(whole(get("/exec/e1/json", "")).head().status()).isEqualTo(404);

        b.down();

        assertThatThrownBy(() -> whole(get("/exec/e1/json", "")))
                .isInstanceOfSatisfying(
                        ApiException.class, it -> assertThat(it.status()).isEqualTo(404));
    }

    @Test
    void aNodeThatIsGoneIsNamed() throws Exception {
        a.api().answer("GET /containers/json", 200, "[]");
        b.api().answer("GET /containers/json", 200, "[]");
        cluster.die("c", Duration.ofSeconds(3), Optional.empty());
        var gone = "199 herd \"c: gone for 3 s; if it will not come back: herd node forget c\"";

        assertThat(whole(get("/containers/json", "")).head().header("Warning")).contains(gone);
        assertThat(whole(get("/containers/json", "")).head().header("X-Herd-Missing"))
                .contains("c");
        assertThatThrownBy(() -> whole(get("/containers/nix/json", "")))
                .isInstanceOfSatisfying(
                        ApiException.class, it -> assertThat(it.status()).isEqualTo(404))
                .hasMessage("No such container: nix; c is gone");
        // What is left of a herd is not taken for a herd of one.
        cluster.leave("b");
        assertThat(whole(get("/containers/json", "")).head().header("Warning")).contains(gone);
    }

    @Test
    void aNodeThatComesBackMeanwhileIsMissing() throws Exception {
        a.api().answer("GET /containers/json", 200, "[]");
        b.api().answer("GET /containers/json", 200, "[]");
        cluster.die("c", Duration.ofSeconds(3), Optional.empty());
        a.api().before("GET /containers/json", () -> cluster.with("c", c));

        assertThat(whole(get("/containers/json", "")).head().header("X-Herd-Missing"))
                .contains("c");
    }

    @Test
    void whatNothingTiesGoesWhereTheFewestAreIfAllIsSpread() throws Exception {
        made(a, "one");
        made(b, "two");
        for (var engine : List.of(a, b, c)) {
            engine.api().answer("GET /images/busybox/json", 200, "{\"Id\":\"i\"}");
            engine.api().answer("GET /containers/json", 200, "[]");
            engine.api().answer("GET /networks", 200, "[]");
            engine.api().answer("GET /volumes", 200, "{\"Volumes\":[]}");
            engine.api().answer("POST /containers/create", 201, "{\"Id\":\"x\"}");
            engine.api().answer("POST /networks/create", 201, "{\"Id\":\"n\"}");
        }
        var bound = "{\"Image\":\"busybox\",\"HostConfig\":{\"Binds\":[\"/x:/x\"]}}";
        var first = "{\"Name\":\"shop\",\"Labels\":{\"com.docker.compose.project\":\"shop\"}}";

        answered(api, post("/containers/create", bound));
        answered(api, post("/networks/create", first));
        assertThat(List.of(created(a), created(b), created(c))).containsExactly(2L, 0L, 0L);

        answered(three.api(SPREAD), post("/containers/create", bound));
        answered(three.api(SPREAD), post("/networks/create", first));
        assertThat(List.of(created(a), created(b), created(c))).containsExactly(2L, 0L, 2L);
    }

    private static long created(MemoryEngine engine) {
        return engine.api().requests().stream().filter(it -> it.path().endsWith("/create")).count();
    }

    @Test
    void whoeverWantsNoLabelsGetsNone() throws Exception {
        var id = made(b, "web");
        b.api().answer("GET /containers/%s/json".formatted(id), 200, "{\"Config\":{}}");
        for (var engine : List.of(a, b, c)) {
            engine.api().answer("GET /networks", 200, "[{\"Id\":\"1\"}]");
            engine.api().answer("GET /images/json", 200, "[{\"Id\":\"i\"}]");
        }
        var plain = three.api(new ApiOptions(false, ApiOptions.Place.OWN, false, Optional.empty()));

        assertThat(answered(plain, get("/networks", "")).body()).isEqualTo("[{\"Id\":\"1\"}]");
        assertThat(answered(plain, get("/images/json", "")).body()).doesNotContain("herd.node");
        assertThat(answered(plain, get("/containers/web/json", "")).body())
                .doesNotContain("herd.node")
                .contains("\"Node\"");
    }

    @Test
    void clientsSpeakNoNewerVersionThanTheyMay() throws Exception {
        var old =
                three.api(
                        new ApiOptions(
                                false,
                                ApiOptions.Place.OWN,
                                true,
                                Optional.of(new ApiVersion(1, 40))));
        for (var engine : List.of(a, b, c)) {
            engine.api().answer("GET /networks", 200, "[]");
        }

        assertThat(answered(old, get("/_ping", "")).head().header("Api-Version")).contains("1.40");
        assertThatThrownBy(() -> answered(old, get("/networks", "").withVersion("1.41")))
                .hasMessage(
                        "client version 1.41 is too new. Maximum supported API version is 1.40");
        answered(old, get("/networks", ""));
        assertThat(versionOf(b, "/networks")).contains("1.40");
        // Nor does a herd of one.
        cluster.leave("b");
        cluster.leave("c");
        assertThat(answered(old, get("/_ping", "")).head().header("Api-Version")).contains("1.40");
    }

    @Test
    void anImageThatSeveralHaveCountsOnce() throws Exception {
        for (var engine : List.of(a, b, c)) {
            engine.api().answer("GET /info", 200, "{\"Images\":2}");
            engine.api().answer("GET /images/json", 200, "[{\"Id\":\"1\"},{\"Id\":\"2\"}]");
        }
        b.api().answer("GET /images/json", 200, "[{\"Id\":\"2\"},{\"Id\":\"3\"}]");
        c.api().answer("GET /images/json", 200, "no json");

        assertThat(whole(get("/info", "")).body()).contains("\"Images\":3");
    }

    private ApiResponse whole(ApiRequest request) throws ApiException {
        return three.whole(request);
    }
}
