package io.herd.json.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result;
import io.herd.action.Streaming;
import io.herd.api.ApiBody;
import io.herd.api.ApiHead;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.api.Header;
import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.DaemonProfile;
import io.herd.model.DaemonState;
import io.herd.model.Deadline;
import io.herd.model.Examination;
import io.herd.model.GoneNode;
import io.herd.model.JoinPlace;
import io.herd.model.NodeInfo;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import io.herd.model.RawJson;
import io.herd.model.Reachability;
import io.herd.model.RegistryLogin;
import io.herd.model.ResourceKind;
import io.herd.model.TypedLine;
import io.herd.model.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

public class WireTest {

    private static final GoneNode GONE =
            new GoneNode(
                    new NodeName("z"), "10.0.0.9:7800", Duration.ofSeconds(90), Optional.of(3));
    private static final Duration TIMEOUT = Duration.ofMillis(1234);

    public static Stream<Action> actions() {
        return Stream.of(
                new Action.DescribeNode(),
                new Action.ExamineNode(),
                new Action.CallDaemon(
                        new ApiRequest(
                                "POST",
                                Optional.of("1.41"),
                                "/containers/create",
                                "name=web%2F1&x",
                                List.of(new Header("Content-Type", "application/json")),
                                new ApiBody.Text("{\"Image\":\"é\"}"))),
                new Action.CallDaemon(ApiRequest.get("/_ping", "")),
                new Action.TellTime(),
                new Action.ListGone(),
                new Action.ForgetGone(new NodeName("z")),
                new Action.Leave(new NodeName("a"), "10.0.0.1:7800"),
                new Action.IfRegistered(new Action.ListContainers(true)),
                new Action.SetPool(Pool.UNREGISTERED),
                new Action.UpdateLabels(Map.of("zone", "é/1", "disk", ""), List.of("old")),
                new Action.ListContainers(true),
                new Action.ListContainers(false),
                new Action.ListContainers(
                        true, true, Map.of("label", List.of("a=b", "c"), "name", List.of()), true),
                new Action.FindContainers("web/\"1\" é"),
                new Action.InspectContainer("abc"),
                new Action.InspectContainer("abc", true),
                new Action.CreateContainer(
                        Optional.of("web-1"),
                        new RawJson("{\"Image\":\"x\",\"Unknown\":{\"a\":[1.50,null]}}"),
                        true),
                new Action.CreateContainer(Optional.empty(), new RawJson("{}"), false),
                new Action.StartContainer("abc"),
                new Action.StopContainer("abc", Optional.of(3)),
                new Action.StopContainer("abc", Optional.empty()),
                new Action.StopContainer("abc", Optional.empty(), Optional.of("INT")),
                new Action.RemoveContainer("abc", true, false),
                new Action.RemoveContainer("abc", false, true),
                new Action.RestartContainer("abc", Optional.of(0)),
                new Action.RestartContainer("abc", Optional.empty()),
                new Action.RestartContainer("abc", Optional.of(1), Optional.of("9")),
                new Action.KillContainer("abc", Optional.of("USR1")),
                new Action.KillContainer("abc", Optional.empty()),
                new Action.PauseContainer("abc"),
                new Action.UnpauseContainer("abc"),
                new Action.RenameContainer("abc", "web"),
                new Action.TopContainer("abc", List.of("-o", "pid")),
                new Action.StartExec(
                        new Streaming.Exec(
                                "abc",
                                List.of("sh", "-c", "a b"),
                                List.of("A=1"),
                                Optional.of("/tmp"),
                                Optional.empty(),
                                true,
                                Optional.of(new Streaming.Window(24, 80)),
                                false,
                                Optional.empty())),
                new Action.StatPath("abc", "/a b/ü"),
                new Action.PruneContainers(),
                new Action.PruneContainers(Map.of("label!", List.of("keep"))),
                new Action.ListImages(true, Map.of("dangling", List.of("true"))),
                new Action.ListImages(false, Map.of()),
                new Action.InspectImage("registry:5000/a/b:c"),
                new Action.RemoveImage("busybox", true),
                new Action.PullImage("busybox@sha256:00"),
                new Action.PullImage(
                        "host:5000/a",
                        Optional.of(new RegistryLogin("eyJ1c2VybmFtZSI6ImphbmUifQ=="))),
                new Action.PruneImages(true),
                new Action.PruneImages(false, Map.of("until", List.of("24h"))),
                new Action.TagImage("busybox", "host:5000/box", "v1"),
                new Action.ImageHistory("busybox:1"),
                new Action.PushImage("host:5000/a", "v1", Optional.empty()),
                new Action.PushImage("a/b", "v1", Optional.of(new RegistryLogin("eyJh"))),
                new Action.DiffContainer("abc"),
                new Action.CommitContainer("abc", Map.of("repo", "a/b", "pause", "false")),
                new Action.UpdateContainer("abc", new RawJson("{\"Memory\":4294967296}")),
                new Action.DescribeDaemon(),
                new Action.MeasureDisk(),
                new Action.PruneBuilds(true, Map.of("until", List.of("24h"))),
                new Action.ListResources(ResourceKind.VOLUME, Map.of("dangling", List.of("true"))),
                new Action.ListResources(ResourceKind.NETWORK, Map.of()),
                new Action.InspectResource(ResourceKind.NETWORK, "my net"),
                new Action.CreateResource(ResourceKind.VOLUME, new RawJson("{\"Name\":\"data\"}")),
                new Action.RemoveResource(ResourceKind.VOLUME, "data", true),
                new Action.PruneResources(ResourceKind.VOLUME, true, Map.of()),
                new Action.PruneResources(
                        ResourceKind.NETWORK, false, Map.of("label", List.of("x"))),
                new Action.ConnectNetwork("net", new RawJson("{\"Container\":\"abc\"}")),
                new Action.DisconnectNetwork("net", "abc", true),
                new Action.OnBehalf(
                        new Caller("jane é", By.SOCKET, "a"), new Action.StartContainer("abc")),
                new Action.OnBehalf(
                        new Caller("?", By.KEY, "10.0.0.7:4711"), new Action.PruneContainers()),
                new Action.OnBehalf(
                        new Caller("anybody", By.HTTP, "a"),
                        new Action.IfRegistered(new Action.ListContainers(true))));
    }

    static Stream<Result> results() {
        var up = new DaemonState.Up("20.10.24", "1.41", 3, 2, 1, 4, 8L << 30);
        return Stream.of(
                new Result.Nothing(),
                new Result.LeftOut(),
                new Result.Gone(
                        List.of(GONE),
                        Map.of(new NodeName("a"), "127.0.0.1:7800"),
                        Duration.ofMinutes(3)),
                new Result.Gone(List.of(), Map.of(), Duration.ZERO),
                new Result.Replied(
                        new ApiResponse(
                                new ApiHead(
                                        404,
                                        "Not Found",
                                        List.of(new Header("Api-Version", "1.41")),
                                        true),
                                "{\"message\":\"No such container: é\"}")),
                new Result.Document(
                        new RawJson(
                                "[{\"Id\":\"a\",\"SizeRw\":12345678901234567890,\"New\":null}]")),
                new Result.Described(
                        new NodeInfo(
                                new NodeName("a"),
                                Pool.REGISTERED,
                                Map.of("zone", "east"),
                                "0.1",
                                up)),
                new Result.Described(
                        new NodeInfo(
                                new NodeName("b"),
                                Pool.UNREGISTERED,
                                Map.of(),
                                "0.1",
                                new DaemonState.Down("no such socket"))),
                new Result.Examined(examination()),
                new Result.Time(Instant.parse("2026-11-23T12:00:00.123456789Z")),
                new Result.Exited(137),
                new Result.Matches(List.of()),
                new Result.Matches(List.of(new Result.Match("abc", "web", Result.Quality.NAME))),
                new Result.Created("abc", List.of("careful"), Optional.empty()),
                new Result.Created(
                        "abc",
                        List.of(),
                        Optional.of(new Failure(Failure.Kind.DAEMON_ERROR, "port is taken"))));
    }

    private static Examination examination() {
        return new Examination(
                new NodeInfo(
                        new NodeName("a"),
                        Pool.REGISTERED,
                        Map.of(),
                        "0.1",
                        new DaemonState.Down("no such socket")),
                "10.0.0.1:7800",
                new DaemonProfile("1.12", "1.41", List.of("172.17.0.0/16")),
                List.of(
                        new Reachability(
                                new NodeName("b"),
                                "10.0.0.2:7800",
                                new Reachability.Way.Open(Duration.ofNanos(345_000))),
                        new Reachability(
                                new NodeName("c"),
                                "10.0.0.3:7800",
                                new Reachability.Way.Shut("no answer in time"))),
                List.of(new JoinPlace("late.example:7800", JoinPlace.Found.STRANGER)));
    }

    public static Stream<Outcome> outcomes() {
        return Stream.concat(
                results().map(Done::new),
                Stream.of(
                        new Outcome.Refused("no"),
                        new Outcome.Failed(new Failure(Failure.Kind.NOT_FOUND, "No such image: x")),
                        new Outcome.Unreachable("left"),
                        new Outcome.TimedOut(Duration.ofMillis(1500))));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anActionArrivesAsItWasSent(Action action) throws Exception {
        assertThat(Wire.request(Wire.request(action, TIMEOUT)))
                .isEqualTo(new Wire.Request(action, TIMEOUT));
    }

    @Test
    void anAgentThatKnowsNoFiltersForPruningRefusesThemByName() {
        var some = Map.of("until", List.of("24h"));

        assertThat(json(new Action.PruneContainers(some))).contains("\"container.prune.some\"");
        assertThat(json(new Action.PruneImages(true, some))).contains("\"image.prune.some\"");
        assertThat(json(new Action.PruneContainers())).contains("\"container.prune\"");
        assertThat(json(new Action.PruneImages(true))).contains("\"image.prune\"");
    }

    private static String json(Action action) {
        return new String(Wire.request(action, TIMEOUT), UTF_8);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void anOutcomeArrivesAsItWasSent(Outcome outcome) throws Exception {
        assertThat(Wire.outcome(Wire.outcome(outcome))).isEqualTo(outcome);
    }

    public static Stream<Streaming> streams() {
        return Stream.of(
                new Streaming.OnBehalf(
                        new Caller("jane", By.SOCKET, "a"), new Streaming.Wait("abc")),
                new Streaming.Logs(
                        "abc",
                        true,
                        Optional.of("1.5"),
                        Optional.of("2"),
                        Optional.of(0),
                        true,
                        true),
                new Streaming.Logs(
                        "abc",
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false),
                new Streaming.Exec(
                        "abc",
                        List.of("sh", "-c", "echo \"é\""),
                        List.of("A=1", "B="),
                        Optional.of("/tmp"),
                        Optional.of("root:0"),
                        true,
                        Optional.of(new Streaming.Window(24, 80)),
                        true,
                        Optional.of("ctrl-a,x")),
                new Streaming.Exec(
                        "abc",
                        List.of("ls"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        false,
                        Optional.empty()),
                new Streaming.Attach("abc", true),
                new Streaming.Attach("abc", true, Optional.of("ctrl-@")),
                new Streaming.Wait("abc"),
                new Streaming.Events(
                        Optional.of("1"), Optional.of("2"), Map.of("type", List.of("container"))),
                new Streaming.Events(Optional.empty(), Optional.empty(), Map.of()),
                new Streaming.Stats(List.of("abc", "def"), true),
                new Streaming.CopyOut("abc", "/etc/hosts"),
                new Streaming.ExportContainer("abc"),
                new Streaming.SaveImages(List.of("busybox", "a/b:c")),
                new Streaming.SaveImages(List.of("sha256:abc"), List.of("sha256:1", "sha256:2")),
                new Streaming.LoadImages(),
                new Streaming.FetchImage("busybox:1", "sha256:abc", new NodeName("b")),
                new Streaming.Relay(
                        new ApiRequest(
                                "PUT",
                                Optional.empty(),
                                "/containers/x/archive",
                                "path=%2F",
                                List.of(new Header("X", "")),
                                new ApiBody.Sized(1L << 40))),
                new Streaming.Relay(
                        new ApiRequest(
                                "POST",
                                Optional.of("1.47"),
                                "/build",
                                "",
                                List.of(),
                                new ApiBody.Unsized())),
                new Streaming.CopyIn("abc", "/tmp", true));
    }

    public static Stream<Question> questions() {
        return Stream.of(
                new Question.Members(),
                new Question.Ask(
                        Set.of(new NodeName("a"), new NodeName("b")),
                        new Action.DescribeNode(),
                        TIMEOUT),
                new Question.Run(
                        new TypedLine(
                                "1.0",
                                "/opt/herd",
                                "/run/herd/herd.sock",
                                List.of("ps", "-a", "é"),
                                Map.of("HERD_NODE", "a"),
                                "80",
                                "",
                                true,
                                Optional.of(new TypedLine.ConfigText("/etc/herd/herd.json", "{}")),
                                false,
                                true)),
                new Question.Run(
                        new TypedLine(
                                "1.0",
                                "",
                                "",
                                List.of(),
                                Map.of(),
                                "",
                                "",
                                false,
                                Optional.empty(),
                                true,
                                false)),
                new Question.Greet(new NodeName("a")),
                new Question.Open(new NodeName("a"), new Streaming.Attach("abc", false), TIMEOUT));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void everyStreamArrivesAsItWasAskedFor(Streaming what) throws Exception {
        var question = new Question.Open(new NodeName("a"), what, TIMEOUT);

        assertThat(Wire.question(Wire.question(question))).isEqualTo(question);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyQuestionArrivesAsItWasAsked(Question question) throws Exception {
        assertThat(Wire.question(Wire.question(question))).isEqualTo(question);
    }

    @Test
    void whatAnAgentSaysOfTheHerdArrives() throws Exception {
        var members =
                new Wire.Members(
                        "herd", Map.of(new NodeName("a"), "127.0.0.1:7800"), List.of(GONE));
        var answers =
                Answers.of(
                        Map.of(
                                new NodeName("a"),
                                new Done(new Result.Nothing()),
                                new NodeName("b"),
                                new Outcome.Unreachable("lost")));

        assertThat(Wire.members(Wire.members(members))).isEqualTo(members);
        assertThat(Wire.answers(Wire.answers(answers))).isEqualTo(answers);
    }

    @Test
    void anOlderAgentSaysNothingOfNodesThatAreGone() throws Exception {
        var said = new RawJson("{\"herd\":\"herd\",\"addresses\":{\"a\":\"127.0.0.1:7800\"}}");

        assertThat(Wire.members(said).gone()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "question, dance, the question 'dance'",
        "stream, dance, the stream 'dance'",
    })
    void whatANewerVersionAsksIsRefusedByName(String field, String value, String named) {
        var json =
                field.equals("question")
                        ? "{\"question\":\"%s\"}".formatted(value)
                        : "{\"question\":\"open\",\"node\":\"a\",\"timeoutMillis\":1,\"of\":{\"stream\":\"%s\"}}"
                                .formatted(value);

        assertThatThrownBy(() -> Wire.question(new RawJson(json)))
                .isInstanceOf(WireException.class)
                .hasMessageContaining(named);
    }

    @Test
    void noneIsForgotten() {
        assertThat(classes(streams()))
                .containsExactlyInAnyOrder(Streaming.class.getPermittedSubclasses());
        assertThat(classes(questions()))
                .containsExactlyInAnyOrder(Question.class.getPermittedSubclasses());

        assertThat(classes(actions()))
                .containsExactlyInAnyOrder(records(Action.class).toArray(Class<?>[]::new));
        assertThat(classes(results()))
                .containsExactlyInAnyOrder(Result.class.getPermittedSubclasses());
        assertThat(classes(outcomes()))
                .containsExactlyInAnyOrder(Outcome.class.getPermittedSubclasses());
    }

    // One family of actions is a sealed type of its own.
    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(WireTest::records);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfFailureArrives(Failure.Kind kind) throws Exception {
        var outcome = new Outcome.Failed(new Failure(kind, "why"));

        assertThat(Wire.outcome(Wire.outcome(outcome))).isEqualTo(outcome);
    }

    @Test
    void anUnknownActionIsRefusedByName() {
        assertThatThrownBy(() ->
                        Wire.request(bytes("{\"timeoutMillis\":1,\"action\":\"container.fly\"}")))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("'container.fly'");
    }

    @Test
    void anUnknownFieldIsPassedOver() throws Exception {
        var request =
                Wire.request(
                        bytes(
                                "{\"timeoutMillis\":1,\"action\":\"container.start\",\"id\":\"a\",\"mood\":\"good\"}"));

        assertThat(request.action()).isEqualTo(new Action.StartContainer("a"));
    }

    @ParameterizedTest
    @CsvSource({
        "the outcome 'dance', {\"outcome\":\"dance\"}",
        "the result 'steps', '{\"outcome\":\"done\",\"result\":{\"steps\":3}}'",
    })
    void whatANewerVersionAnswersIsRefusedByName(String named, String json) {
        assertThatThrownBy(() -> Wire.outcome(bytes(json)))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("herd " + Version.CURRENT)
                .hasMessageContaining(named);
    }

    @Test
    void aNodeWhoseAnswerIsNotKnownDoesNotCostTheOthersTheirs() throws Exception {
        var answers =
                Wire.answers(
                        new RawJson(
                                "{\"a\":{\"outcome\":\"done\",\"result\":{}},\"b\":{\"outcome\":\"dance\"}}"));

        assertThat(answers.of(new NodeName("a"))).isEqualTo(new Done(new Result.Nothing()));
        assertThat(answers.of(new NodeName("b")))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(failed.failure().message())
                                        .contains("the outcome 'dance'"));
    }

    @Test
    void anUnknownKindOfFailureKeepsItsMessage() throws Exception {
        var outcome =
                Wire.outcome(
                        bytes(
                                "{\"outcome\":\"failed\",\"failure\":{\"kind\":\"TOO_LATE\",\"message\":\"it is late\"}}"));

        assertThat(outcome)
                .isEqualTo(new Outcome.Failed(new Failure(Failure.Kind.INTERNAL, "it is late")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"action\":1}",
                "{\"action\":[],\"timeoutMillis\":1}",
                "{\"action\":\"container.start\",\"timeoutMillis\":1}",
                "{\"action\":\"container.start\",\"id\":{},\"timeoutMillis\":1}",
                "{\"action\":\"node.describe\",\"timeoutMillis\":\"soon\"}"
            })
    void garbageIsNoRequest(String text) {
        assertThatThrownBy(() -> Wire.request(bytes(text))).isInstanceOf(WireException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "{}",
                "{\"outcome\":\"done\"}",
                "{\"outcome\":\"done\",\"result\":{\"created\":{}}}"
            })
    void garbageIsNoOutcome(String text) {
        assertThatThrownBy(() -> Wire.outcome(bytes(text))).isInstanceOf(WireException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "3153600000001", "-1", "1e300"})
    void aTimeThatNobodyWaitsIsRefusedByName(String millis) {
        var timeout = "\"timeoutMillis\":" + millis + "}";
        var named = "'timeoutMillis' is " + millis + ": use 0 to 3153600000000";

        assertThatThrownBy(() -> Wire.request(bytes("{\"action\":\"node.describe\"," + timeout)))
                .isInstanceOf(WireException.class)
                .hasMessageContaining(named);
        for (var question :
                List.of(
                        "{\"question\":\"ask\",\"nodes\":[\"a\"],\"of\":{\"action\":\"node.describe\"},",
                        "{\"question\":\"open\",\"node\":\"a\",\"of\":{\"stream\":\"container.wait\",\"id\":\"a\"},")) {
            assertThatThrownBy(() -> Wire.question(new RawJson(question + timeout)))
                    .isInstanceOf(WireException.class)
                    .hasMessageContaining(named);
        }
        assertThatThrownBy(() ->
                        Wire.outcome(
                                bytes("{\"outcome\":\"timedOut\",\"afterMillis\":" + millis + "}")))
                .isInstanceOf(WireException.class)
                .hasMessageContaining("'afterMillis' is " + millis);
    }

    @Test
    void theLongestTimeIsRead() throws Exception {
        var longest =
                Wire.request(Wire.request(new Action.DescribeNode(), Deadline.LONGEST)).timeout();

        assertThat(longest).isEqualTo(Deadline.LONGEST);
    }

    private static Class<?>[] classes(Stream<?> values) {
        return values.map(Object::getClass).distinct().toArray(Class<?>[]::new);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void theRequestSaysWhatItIs() {
        var request =
                new String(
                        Wire.request(new Action.StopContainer("abc", Optional.of(3)), TIMEOUT),
                        UTF_8);

        assertThat(request)
                .isEqualTo(
                        "{\"action\":\"container.stop\",\"id\":\"abc\",\"graceSeconds\":3,\"timeoutMillis\":1234}");
    }

    @Test
    void aDocumentArrivesAsTheDaemonWroteIt() throws Exception {
        var text = "[ {\"Id\": 1.50, \"Names\" : [\"\\u00e9\"]} ]";
        var bytes = Wire.outcome(new Outcome.Done(new Result.Document(new RawJson(text))));

        assertThat(Wire.outcome(bytes))
                .isEqualTo(new Outcome.Done(new Result.Document(new RawJson(text))));
    }

    @Test
    void aDocumentWithFieldsOfANewerVersionIsReadToo() throws Exception {
        var text = "{\"outcome\":\"done\",\"result\":{\"document\":[1],\"new\":{}}}";

        assertThat(Wire.outcome(text.getBytes(UTF_8)))
                .isEqualTo(new Outcome.Done(new Result.Document(new RawJson("[1]"))));
    }

    // It reads what is asked, and passes over who asks.
    @Test
    void anOlderAgentDoesWhatIsAskedWhoeverAsks() {
        var caller = new Caller("jane", By.SOCKET, "a");
        var asked = new Action.StartContainer("abc");

        assertThat(new String(Wire.request(new Action.OnBehalf(caller, asked), TIMEOUT), UTF_8))
                .isEqualTo(
                        new String(Wire.request(asked, TIMEOUT), UTF_8)
                                .replace(
                                        ",\"timeoutMillis\"",
                                        ",\"caller\":{\"name\":\"jane\",\"by\":\"socket\",\"at\":\"a\"},\"timeoutMillis\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"\",\"by\":\"key\",\"at\":\"\"}",
                "{\"name\":\"x\",\"by\":\"birth\",\"at\":\"\"}",
                "{\"name\":\"x\",\"by\":\"key\"}",
                "{\"name\":7,\"by\":[],\"at\":null}",
                "\"root\"",
                "[]",
            })
    void aCallerThatIsNoneIsRefused(String caller) {
        var request =
                "{\"action\":\"container.start\",\"id\":\"abc\",\"caller\":%s,\"timeoutMillis\":1}"
                        .formatted(caller);

        assertThatThrownBy(() -> Wire.request(request.getBytes(UTF_8)))
                .isInstanceOf(WireException.class);
    }
}
