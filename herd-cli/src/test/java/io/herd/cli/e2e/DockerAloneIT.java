package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A herd of one answers as its daemon does, byte for byte, but for what is named here. Of two
 * versions of Docker, since they say the same things otherwise.
 */
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class DockerAloneIT {

    private static final List<String> ENGINES = List.of("a", "b");

    /** What is another from one moment to the next, whoever is asked. */
    private static final Pattern OF_THE_MOMENT =
            Pattern.compile(
                    "(?<=^Date: ).*"
                            + "|(?<=\"(SystemTime|read|preread)\":\")[^\"]*"
                            + "|(?<=\"Status\":\"(Up |Exited \\(\\d{1,3}\\) ))[^\"]*"
                            + "|(?<=\"(NFd|NGoroutines|NEventsListener)\":)\\d+");

    /** Of something that was made twice. */
    private static final Pattern OF_ITS_OWN =
            Pattern.compile(
                    "[0-9a-f]{64}|(?<=container )[0-9a-f]{12}"
                            + "|(?<=\"(Created|CreatedAt|StartedAt)\":\")[^\"]*");

    /** Who it belongs to, on what is made by way of herd. */
    private static final Pattern OWNER = Pattern.compile("\"herd[.]owner\":\"root\",");

    /** What is about the connection: what herd reads as a whole, it sends with its length. */
    private static final Pattern CONNECTION =
            Pattern.compile("^(Connection|Content-Length|Transfer-Encoding): .*");

    private final Lab lab;
    private final List<Run> agents = new ArrayList<>();
    private final Map<String, Map<String, String>> ids = new HashMap<>();

    DockerAloneIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeAll
    void agentsOfHerdsOfOne() throws IOException {
        lab.up();
        for (var host : ENGINES) {
            agents.add(
                    lab.startHerdAloneOn(
                            host,
                            "agent",
                            "--name",
                            "lone",
                            "--docker",
                            "unix://" + lab.socket(host),
                            "--socket",
                            lab.agentSocket(host).resolveSibling("lone.sock").toString()));
            ids.put(host, things(host));
        }
        agents.forEach(it ->
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> it.errSoFar().contains("joined herd")));
    }

    /** What is there to be asked for, by what the requests call it. */
    private Map<String, String> things(String host) throws IOException {
        var web =
                id(
                        host,
                        "run",
                        "-d",
                        "--name",
                        "web",
                        "busybox",
                        "sh",
                        "-c",
                        "echo out; echo err >&2; exec sleep 1000");
        id(
                host,
                "run",
                "--name",
                "done",
                "--label",
                "is=done",
                "busybox",
                "sh",
                "-c",
                "echo new >/f");
        id(host, "volume", "create", "data");
        var things = new HashMap<String, String>();
        things.put("{id}", web);
        things.put("{short}", web.substring(0, 12));
        things.put("{network}", id(host, "network", "create", "net"));
        things.put("{image}", id(host, "image", "inspect", "busybox", "-f", "{{.Id}}"));
        var exec = daemon(host, "POST /containers/web/exec {\"Cmd\":[\"true\"]}").body();
        things.put("{exec}", exec.replaceAll(".*\"Id\":\"([^\"]*).*\n?", "$1"));
        return things;
    }

    private String id(String host, String... command) {
        return lab.docker(host, command).succeeded().out().strip();
    }

    @AfterAll
    void end() {
        agents.forEach(Run::terminate);
        agents.forEach(Run::await);
        lab.removeAllContainers();
        lab.removeAllNetworksAndVolumes();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whatIsAskedIsAnsweredAsByTheDaemon(String host, String question) throws IOException {
        var asked = with(ids.getOrDefault(host, Map.of()), question);

        var answer = herd(host, asked);

        assertThat(masked(answer, OF_THE_MOMENT))
                .hasToString(masked(daemon(host, asked), OF_THE_MOMENT).toString());
    }

    private static Stream<Arguments> questions() {
        return ENGINES.stream()
                .flatMap(host -> DockerQuestions.all().map(it -> Arguments.of(host, it)));
    }

    private static String with(Map<String, String> things, String question) {
        var text = question;
        for (var thing : things.entrySet()) {
            text = text.replace(thing.getKey(), thing.getValue());
        }
        return text;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void whatIsDoneIsDoneAndRefusedAsByTheDaemon(String host) throws IOException {
        var byDaemon = new ArrayList<String>();
        var byHerd = new ArrayList<String>();
        for (var act : DockerQuestions.acts().toList()) {
            byDaemon.add(act + "\n" + masked(daemon(host, act), OF_ITS_OWN, OF_THE_MOMENT));
        }

        for (var act : DockerQuestions.acts().toList()) {
            byHerd.add(act + "\n" + masked(herd(host, act), OF_ITS_OWN, OF_THE_MOMENT));
        }

        assertThat(byHerd).containsExactlyElementsOf(byDaemon);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # What is not for all daemons of a herd, or was never guarded.
                    GET /v1.9/_ping      | 400 | client version 1.9 is too old. Minimum supported API version is 1.24
                    GET /v1.99/info      | 400 | client version 1.99 is too new. Maximum supported API version is
                    # No web page is to ask.
                    OPTIONS /info        | 404 | page not found
                    GET /debug/vars      | 404 | page not found
                    """)
    void whatHerdRefusesItselfItSaysInDockersWords(String question, String status, String words)
            throws IOException {
        var answer = herd("a", question);

        assertThat(answer.status()).startsWith("HTTP/1.1 " + status);
        assertThat(answer.body()).startsWith("{\"message\":\"" + words);
    }

    @Test
    void aFormOfNothingHasItsOwnersLabelAtTheDaemon() throws IOException {
        assertThat(daemon("a", "POST /containers/create {}").body())
                .contains("Config cannot be empty");
        assertThat(herd("a", "POST /containers/create {}").body()).contains("No command specified");
    }

    @Test
    void theNodeMayBeSaidAllTheSame() throws IOException {
        for (var path :
                List.of("containers/lone/web/json", "networks/lone/net", "volumes/lone/data")) {
            assertThat(herd("a", "GET /" + path).status()).isEqualTo("HTTP/1.1 200 OK");
        }
        var made =
                "POST /containers/create?name=%s {\"Image\":\"busybox\",\"Labels\":{\"herd.node\":\"%s\"}}";

        assertThat(herd("a", made.formatted("lone/placed", "lone")).status()).contains("201");
        assertThat(herd("a", made.formatted("elsewhere", "z")).body()).contains("no such node: z");
        assertThat(lab.docker("a", "inspect", "placed", "-f", "{{json .Config.Labels}}").out())
                .doesNotContain("herd.node");
    }

    private static WireAnswer masked(WireAnswer answer, Pattern... patterns) {
        var masked = answer.each(it -> CONNECTION.matcher(it).replaceAll(""));
        for (var pattern : patterns) {
            masked = masked.each(it -> pattern.matcher(it).replaceAll("…"));
        }
        return masked.each(it -> OWNER.matcher(it).replaceAll(""));
    }

    private WireAnswer daemon(String host, String question) throws IOException {
        return answer(lab.socket(host), question);
    }

    private WireAnswer herd(String host, String question) throws IOException {
        return answer(lab.agentSocket(host).resolveSibling("lone-docker.sock"), question);
    }

    private static WireAnswer answer(Path socket, String question) throws IOException {
        var words = question.split(" ", 3);
        return WireAnswer.to(socket, words[0], words[1], words.length < 3 ? "" : words[2]);
    }
}
