package io.herd.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.herd.action.Action;
import io.herd.action.Failure;
import io.herd.agent.LocalNode;
import io.herd.engine.MemoryEngine;
import io.herd.gateway.GatewayHerd.Got;
import io.herd.json.Looked;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client of DockerMod sends, and what it gets. */
class DockerModTest {

    private static final String ID = "b276fbe" + "0".repeat(57);

    @AutoClose private final GatewayHerd herd;

    DockerModTest(@TempDir Path templates) throws Exception {
        herd = new GatewayHerd(templates);
    }

    @Test
    void theCreationOfAContainerHasATimeoutOfItsOwn() throws Exception {
        var allowed = new ConcurrentHashMap<Class<? extends Action>, Duration>();
        var node = new LocalNode(new NodeName("a"), herd.a);
        herd.cluster.with(
                "a",
                (action, deadline) -> {
                    allowed.put(action.getClass(), deadline.remaining());
                    return node.handle(action, deadline);
                });

        herd.post("{\"action\": \"create-container\", \"image\": \"busybox\"}");
        herd.post("{\"action\": \"list-containers\"}");

        assertThat(allowed.get(Action.CreateContainer.class))
                .isBetween(GatewayHerd.TIMEOUT, GatewayHerd.CREATE_TIMEOUT);
        assertThat(allowed.get(Action.ListContainers.class))
                .isLessThanOrEqualTo(GatewayHerd.TIMEOUT);
    }

    @Test
    void fourContainersFromATemplateAreSpreadAndListed() throws Exception {
        var got =
                herd.post(
                        "{\"action\": \"create-container\", \"template\": \"test\", \"instances\": 4}");

        assertThat(got.status()).isEqualTo(200);
        assertThat(look(got).names()).containsExactly("containers");
        assertThat(look(got).each("containers"))
                .hasSize(4)
                .allSatisfy(each -> {
                    assertThat(each.number("statusCode")).isEqualTo(201);
                    assertThat(each.text("Response.Body.Id")).hasSize(64);
                    assertThat(each.isNull("Response.Body.Warnings")).isTrue();
                })
                .extracting(each -> each.text("dockerInstance"))
                .containsExactlyInAnyOrder("a", "a", "b", "b");
    }

    @Test
    void oneContainerOfAnImageIsAnEnvelopeOfItsOwn() throws Exception {
        herd.a.nextId(ID);

        var got = herd.post("{\"action\": \"create-container\", \"image\": \"ubuntu\"}");

        assertThat(look(got).names())
                .containsExactly(
                        "Content-Length",
                        "Content-Type",
                        "Date",
                        "Response",
                        "dockerInstance",
                        "statusCode");
        assertThat(look(got).text("Response.Body.Id")).isEqualTo(ID);
        assertThat(look(got).text("Content-Type")).isEqualTo("application/json");
        assertThat(look(got).number("Content-Length"))
                .isEqualTo(look(got).at("Response.Body").json().toString().length());
        var date =
                ZonedDateTime.parse(look(got).text("Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(date)
                .isCloseTo(ZonedDateTime.now(ZoneOffset.UTC), within(1, ChronoUnit.MINUTES));
        assertThat(herd.a.formOf(ID).text()).contains("\"Image\":\"ubuntu\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-container", "create-raw-container"})
    void aBodyReachesTheDaemonWithEveryField(String action) throws Exception {
        herd.a.nextId(ID);

        var got =
                herd.post(
                        """
                        {"action": "%s", "body": {"Image": "busybox", "Unknown": {"Deep": [1.50, null]}}}\
                        """
                                .formatted(action));

        assertThat(look(got).number("statusCode")).isEqualTo(201);
        assertThat(herd.a.formOf(ID).text()).contains("\"Unknown\":{\"Deep\":[1.50,null]}");
    }

    @Test
    void ofTemplateAndImageTheTemplateCounts() throws Exception {
        herd.a.nextId(ID);

        herd.post("{\"action\":\"create-container\",\"template\":\"test\",\"image\":\"ubuntu\"}");

        assertThat(herd.a.formOf(ID).text()).contains("\"Image\":\"busybox\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/json",
                "text/plain; charset=latin1",
                "multipart/form-data",
                "x"
            })
    void whateverTheContentTypeTheRequestIsJson(String type) throws Exception {
        var got =
                herd.got(
                        herd.request("/")
                                .header("Content-Type", type)
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"action\": \"list-containers\"}")));

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource({"start-container,running", "stop-container,created", "restart-container,running"})
    void aContainerIsStartedStoppedAndRestartedByAPrefixOfItsId(String action, String state)
            throws Exception {
        create(herd.b, "web", ID);

        var got = herd.post("{\"action\": \"%s\", \"id\": \"b276fbe\"}".formatted(action));

        assertThat(got.status()).isEqualTo(200);
        assertThat(look(got).names())
                .containsExactly("Date", "Response", "dockerInstance", "statusCode");
        assertThat(look(got).text("Response")).isEmpty();
        assertThat(look(got).text("dockerInstance")).isEqualTo("b");
        assertThat(look(got).number("statusCode")).isEqualTo(204);
        assertThat(inspect("web").text("Response.Body.State.Status")).isEqualTo(state);
    }

    @Test
    void aContainerIsDeletedByItsFullId() throws Exception {
        create(herd.b, "web", ID);

        var got = herd.post("{\"action\": \"delete-container\", \"id\": \"%s\"}".formatted(ID));

        assertThat(look(got).number("statusCode")).isEqualTo(204);
        assertThat(herd.post("{\"action\": \"inspect-container\", \"id\": \"web\"}").status())
                .isEqualTo(404);
    }

    @Test
    void inspectGivesTheDaemonsWholeDescription() throws Exception {
        create(herd.b, "web", ID);

        var envelope = inspect(ID);

        assertThat(envelope.text("Response.Body.Name")).isEqualTo("/web");
        assertThat(envelope.text("Response.Body.Config.Image")).isEqualTo("busybox");
        assertThat(envelope.text("dockerInstance")).isEqualTo("b");
        assertThat(envelope.number("statusCode")).isEqualTo(200);
    }

    @Test
    void aListIsOfThisDaemonUnlessAllAreWanted() throws Exception {
        create(herd.a, "web", "1".repeat(64));
        create(herd.b, "db", "2".repeat(64));

        var own = herd.post("{\"action\": \"list-containers\"}");
        var all = herd.post("{\"action\": \"list-containers\", \"all\": true}");

        assertThat(look(own).text("dockerInstance")).isEqualTo("a");
        assertThat(look(own).each("Response.Body"))
                .extracting(each -> each.text("Names.0"))
                .containsExactly("/web");
        assertThat(look(all).each("containers"))
                .extracting(
                        each -> each.text("dockerInstance") + each.text("Response.Body.0.Names.0"))
                .containsExactly("a/web", "b/db");
    }

    @Test
    void imagesAreOfThisDaemonUnlessAllAreWanted() throws Exception {
        var own = herd.post("{\"action\": \"list-images\"}");
        var all = herd.post("{\"action\": \"list-images\", \"all\": true}");

        assertThat(look(own).text("dockerInstance")).isEqualTo("a");
        assertThat(look(own).each("Response.Body"))
                .extracting(each -> each.text("RepoTags.0"))
                .containsExactlyInAnyOrder("busybox:latest", "ubuntu:latest");
        assertThat(look(all).each("images"))
                .extracting(each -> each.text("dockerInstance"))
                .containsExactly("a", "b");
    }

    @Test
    void aDeadNodeIsNamedAmongTheAnswersOfTheOthers() throws Exception {
        create(herd.a, "web", ID);
        herd.cluster.freeze("b");

        var got = herd.post("{\"action\": \"list-containers\", \"all\": true}");

        assertThat(got.status()).isEqualTo(200);
        assertThat(look(got).number("containers.0.statusCode")).isEqualTo(200);
        assertThat(look(got).number("containers.1.statusCode")).isEqualTo(504);
        assertThat(look(got).text("containers.1.node")).isEqualTo("b");
        assertThat(look(got).text("containers.1.error")).contains("no answer within");
    }

    @Test
    void ofSeveralContainersThoseThatCouldBeMadeAreReported() throws Exception {
        herd.a.failNextCreates(9, new Failure(Failure.Kind.CONFLICT, "no room"));

        var got =
                herd.post(
                        "{\"action\": \"create-container\", \"image\": \"ubuntu\", \"instances\": 2}");

        assertThat(got.status()).isEqualTo(200);
        assertThat(look(got).each("containers"))
                .extracting(each -> each.number("statusCode"))
                .containsExactly(409, 201);
        assertThat(look(got).text("containers.0.error")).isEqualTo("a: no room");
    }

    @Test
    void aLostCreateSaysWhereToLook() throws Exception {
        herd.b.down();
        herd.a.failNextCreates(1, new Failure(Failure.Kind.DAEMON_TIMEOUT, "too slow"));

        var got = herd.post("{\"action\": \"create-container\", \"image\": \"ubuntu\"}");

        assertThat(got.status()).isEqualTo(504);
        assertThat(look(got).text("node")).isEqualTo("a");
        assertThat(look(got).text("error")).contains("too slow", "herd.request=");
    }

    @Test
    void whereNoDaemonAnswersNothingIsCreated() throws Exception {
        herd.a.down();
        herd.b.down();

        var got = herd.post("{\"action\": \"create-container\", \"image\": \"ubuntu\"}");

        assertThat(got.status()).isEqualTo(503);
        assertThat(look(got).text("error")).contains("a: ", "b: ");
    }

    @Test
    void aContainerOfANodeThatDoesNotAnswerIsATimeoutThatNamesIt() throws Exception {
        create(herd.b, "web", ID);
        herd.cluster.freeze("b");

        var got = herd.post("{\"action\": \"start-container\", \"id\": \"web\"}");

        assertThat(got.status()).isEqualTo(504);
        assertThat(look(got).text("node")).isEqualTo("b");
        assertThat(look(got).text("error")).contains("web", "b: no answer");
    }

    @Test
    void aContainerElsewhereIsFoundAlthoughANodeIsDead() throws Exception {
        create(herd.a, "web", ID);
        herd.cluster.lose("b");

        var got = herd.post("{\"action\": \"start-container\", \"id\": \"web\"}");

        assertThat(look(got).number("statusCode")).isEqualTo(204);
    }

    @Test
    void anAmbiguousNameListsTheCandidates() throws Exception {
        create(herd.a, "web", "1".repeat(64));
        create(herd.b, "web", "2".repeat(64));

        var got = herd.post("{\"action\": \"stop-container\", \"id\": \"web\"}");

        assertThat(got.status()).isEqualTo(409);
        assertThat(look(got).each("candidates"))
                .extracting(each -> each.json().getAsString())
                .containsExactly("a/web", "b/web");
    }

    @Test
    void aRunningContainerIsNotDeleted() throws Exception {
        create(herd.b, "web", ID);
        herd.b.start(ID, Deadline.in(Duration.ofSeconds(5)));

        var got = herd.post("{\"action\": \"delete-container\", \"id\": \"web\"}");

        assertThat(got.status()).isEqualTo(409);
        assertThat(look(got).text("error")).contains("Stop the container before");
        assertThat(look(got).text("node")).isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"action\": \"dance\"}|400|unknown action 'dance': there are create-container",
                "{}|400|'action' is missing",
                "{\"action\": \"start-container\"}|400|'id' is missing",
                "{\"action\": \"start-container\", \"id\": {}}|400|'id' is not what was expected",
                "{\"action\": \"start-container\", \"id\": \"a/b/c\"}|400|invalid container 'a/b/c'",
                "{\"action\": \"start-container\", \"id\": \"z/web\"}|404|no node 'z'",
                "{\"action\": \"start-container\", \"id\": \"none\"}|404|no such container: none",
                "{\"action\": \"create-container\"}|400|one of 'template', 'image' and 'body'",
                "{\"action\": \"create-container\", \"image\": \"x\", \"instances\": 0}|400|use 1 to",
                "{\"action\": \"create-container\", \"image\": \"x\", \"instances\": 1.5}|400|'instances' is 1.5: use 1 to 10000, a whole number",
                "{\"action\": \"create-container\", \"image\": \"x\", \"instances\": \"2\"}|400|'instances' is \"2\": use 1 to",
                "{\"action\": \"create-container\", \"image\": \"x\", \"instances\": -1}|400|'instances' is -1: use 1 to",
                "{\"action\": \"create-container\", \"image\": \"x\", \"instances\": 99999999999999999999}|400|'instances' is 99999999999999999999: use",
                "{\"action\": \"create-container\", \"image\": \"x\", \"instances\": 4294967297}|400|'instances' is 4294967297: use 1",
                "{\"action\": \"create-container\", \"image\": \"x\", \"instances\": 1e999999999}|400|'instances' is 1e999999999: use 1",
                "{\"action\": \"create-container\", \"image\": \"x\", \"instances\": true}|400|'instances' is true: use 1",
                "{\"action\": \"create-container\", \"image\": \"x\", \"instances\": 1e0}|404|No such image: x",
                "{\"action\": \"list-containers\", \"all\": 1}|400|'all' is 1: use true or false",
                "{\"action\": \"list-images\", \"all\": \"yes\"}|400|'all' is \"yes\": use true or false",
                "{\"action\": \"create-container\", \"image\": \"x\"}|404|No such image: x",
                "{\"action\": \"create-container\", \"template\": \"x\"}|404|no template 'x'",
                "{\"action\": \"create-container\", \"template\": \"../x\"}|400|invalid template name",
                "{\"action\": \"create-raw-container\", \"body\": 5}|400|'body'",
                "{\"action\": \"register\", \"hostname\": \"z\"}|404|no node 'z'",
                "{\"action\": \"unregister\", \"hostname\": \"a/b\"}|400|invalid node name 'a/b'",
                "[1]|400|expected an object",
                "{\"action\": \"list-containers\",}|400|line 1, column 30",
                "action=list|400|line 1, column 1",
            })
    void whatIsWrongIsSaid(String request, int status, String why) throws Exception {
        var got = herd.post(request);

        assertThat(got.status()).isEqualTo(status);
        assertThat(look(got).text("error")).contains(why);
        assertThat(look(got).number("statusCode")).isEqualTo(status);
    }

    @Test
    void anUnregisteredNodeGetsNothingNewAndIsLeftOutUntilItIsRegisteredAgain() throws Exception {
        assertThat(herd.post("{\"action\": \"unregister\", \"hostname\": \"b\"}").status())
                .isEqualTo(200);
        herd.post("{\"action\": \"create-container\", \"image\": \"ubuntu\", \"instances\": 4}");

        var soon = Deadline.in(Duration.ofSeconds(5));
        assertThat(herd.a.describe(soon).containers()).isEqualTo(4);
        assertThat(herd.post("{\"action\": \"list-containers\", \"all\": true}").body())
                .contains("\"dockerInstance\":\"a\"")
                .doesNotContain("\"dockerInstance\":\"b\"");

        assertThat(herd.post("{\"action\": \"register\", \"hostname\": \"b\"}").status())
                .isEqualTo(200);
        assertThat(herd.post("{\"action\": \"list-containers\", \"all\": true}").body())
                .contains("\"dockerInstance\":\"b\"");
    }

    @Test
    void anEmptyRequestIsMalformed() throws Exception {
        assertThat(herd.post("").status()).isEqualTo(400);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws Exception {
        var got =
                herd.got(
                        herd.request("/")
                                .POST(
                                        BodyPublishers.ofByteArray(
                                                "{\"action\": \"é\"}"
                                                        .getBytes(StandardCharsets.ISO_8859_1))));

        assertThat(got.status()).isEqualTo(400);
        assertThat(look(got).text("error")).contains("UTF-8");
    }

    private static Looked look(Got got) {
        return Looked.into(got.body());
    }

    private Looked inspect(String id) throws Exception {
        return look(herd.post("{\"action\": \"inspect-container\", \"id\": \"%s\"}".formatted(id)));
    }

    private static void create(MemoryEngine engine, String name, String id) throws Exception {
        engine.nextId(id)
                .create(
                        Optional.of(name),
                        new RawJson("{\"Image\": \"busybox\"}"),
                        Deadline.in(Duration.ofSeconds(5)));
    }
}
