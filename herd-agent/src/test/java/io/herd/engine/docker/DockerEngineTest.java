package io.herd.engine.docker;

import static io.herd.engine.EngineCalls.failure;
import static io.herd.engine.EngineCalls.in;
import static io.herd.engine.docker.RecordingEndpoint.daemon;
import static io.herd.engine.docker.RecordingEndpoint.json;
import static io.herd.engine.docker.RecordingEndpoint.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Streaming;
import io.herd.engine.docker.RecordingEndpoint.Script;
import io.herd.engine.docker.http.Connection;
import io.herd.model.RawJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DockerEngineTest {

    private static final String ID = "0123456789abcdef".repeat(4);

    @TempDir private Path dir;

    @Test
    void aFrozenDaemonIsReportedByTheDeadline() throws Exception {
        var never = new CountDownLatch(1);
        try (var server = serve((_, _) -> never.await());
                var engine = DockerEngine.at(server.address())) {
            long start = System.nanoTime();
            var failure = failure(() -> engine.describe(in(300)));
            var took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(failure)
                    .isEqualTo(
                            new Failure(
                                    Kind.DAEMON_TIMEOUT,
                                    "the Docker daemon at %s did not answer within 300ms"
                                            .formatted(server.address())));
            assertThat(took).isBetween(Duration.ofMillis(290), Duration.ofSeconds(5));
        } finally {
            never.countDown();
        }
    }

    @Test
    void aBodyThatDripsForEverIsATimeoutToo() throws Exception {
        Script drip =
                (_, output) -> {
                    write(output, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    while (true) {
                        write(output, "1\r\n \r\n");
                        Thread.onSpinWait();
                    }
                };
        try (var server = serve(daemon("1.41", drip));
                var engine = DockerEngine.at(server.address())) {
            assertThat(failure(() -> engine.containers(true, in(300))).kind())
                    .isEqualTo(Kind.DAEMON_TIMEOUT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "X-Docker-Container-Path-Stat: ???\r\n",
                "X-Docker-Container-Path-Stat: bnVsbA==\r\n"
            })
    void aCopyThatDoesNotSayOfWhatIsTheDaemonsFault(String header) throws Exception {
        Script bare =
                (_, output) ->
                        write(
                                output,
                                "HTTP/1.1 200 OK\r\n%sContent-Length: 2\r\n\r\nxx"
                                        .formatted(header));
        try (var server = serve(daemon("1.41", bare));
                var engine = DockerEngine.at(server.address())) {
            var failure = failure(() -> engine.open(new Streaming.CopyOut("a", "/etc"), in(5_000)));

            assertThat(failure.kind()).isEqualTo(Kind.DAEMON_LOST);
            assertThat(failure.message()).contains("it does not say what is at the path");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDaemonThatDoesNotEvenAcceptIsReportedByTheDeadline(boolean virtual) throws Exception {
        var socket = dir.resolve("full");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                var queued = SocketChannel.open(StandardProtocolFamily.UNIX);
                var also = SocketChannel.open(StandardProtocolFamily.UNIX);
                var engine = DockerEngine.at("unix://" + socket)) {
            server.bind(UnixDomainSocketAddress.of(socket), 1);
            queued.connect(server.getLocalAddress());
            also.connect(server.getLocalAddress());
            var call = new FutureTask<>(() -> failure(() -> engine.describe(in(300))));

            var builder = virtual ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
            builder.start(call);

            assertThat(call.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.DAEMON_TIMEOUT);
        }
    }

    @Test
    void whoeverIsInterruptedLetsGoOfTheDaemon() throws Exception {
        var asked = new CountDownLatch(1);
        var gone = new CountDownLatch(1);
        Script silent =
                (_, output) -> {
                    write(output, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    asked.countDown();
                    try {
                        while (true) {
                            write(output, "1\r\n \r\n");
                            Thread.sleep(10);
                        }
                    } finally {
                        gone.countDown();
                    }
                };
        try (var server = serve(daemon("1.41", silent));
                var engine = DockerEngine.at(server.address())) {
            var call = new FutureTask<>(() -> failure(() -> engine.inspect("web", in(20_000))));
            var waiting = Thread.ofVirtual().start(call);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            waiting.interrupt();

            assertThat(call.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.INTERNAL);
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void withoutASocketTheDaemonIsDown() {
        var socket = dir.resolve("none");
        try (var engine = DockerEngine.at("unix://" + socket)) {
            assertThat(failure(() -> engine.describe(in(5_000))))
                    .isEqualTo(down("unix://" + socket, "no such socket"));
        }
    }

    @Test
    void aSocketNobodyListensOnRefuses() throws Exception {
        var server = serve(json(200, "{}"));
        var address = server.address();
        server.close();
        try (var engine = DockerEngine.at(address)) {
            assertThat(Path.of(address.substring(7))).exists();
            assertThat(failure(() -> engine.describe(in(5_000))))
                    .isEqualTo(down(address, "connection refused"));
        }
    }

    @Test
    void aFileThatIsNoSocketRefuses() throws Exception {
        var file = Files.createFile(dir.resolve("file"));
        try (var engine = DockerEngine.at("unix://" + file)) {
            assertThat(failure(() -> engine.describe(in(5_000))))
                    .isEqualTo(down("unix://" + file, "connection refused"));
        }
    }

    @Test
    void aConnectionCutInTheMiddleLosesTheAnswerAndSaysSo() throws Exception {
        var cuts =
                new String[] {
                    "",
                    "HTTP/1.1 200 OK\r\nContent-Le",
                    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[1,",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[1",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n[1]\r\n",
                };
        for (var cut : cuts) {
            try (var server = serve(daemon("1.41", (_, output) -> write(output, cut)));
                    var engine = DockerEngine.at(server.address())) {
                var failure = failure(() -> engine.containers(true, in(5_000)));
                assertThat(failure.kind()).as(cut).isEqualTo(Kind.DAEMON_LOST);
                assertThat(failure.message())
                        .startsWith("lost the answer of the Docker daemon at " + server.address())
                        .contains("it closed the connection");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 17\r\n\r\n[{\"Id\":\"ü\"}, 1e2]",
                "\r\n[{\"Id\":\"ü\"}, 1e2]",
                "Transfer-Encoding: chunked\r\n\r\n6\r\n[{\"Id\"\r\n0B;x=y\r\n:\"ü\"}, 1e2]\r\n0\r\nT: x\r\n\r\n",
            })
    void everyFramingOfABodyIsUnderstood(String rest) throws Exception {
        var sized = rest.replace("0B;x", "C;x").replace("Length: 17", "Length: 18");
        Script script = (_, output) -> write(output, "HTTP/1.1 200 OK\r\n" + sized);
        try (var server = serve(daemon("1.41", script));
                var engine = DockerEngine.at(server.address())) {
            assertThat(engine.containers(true, in(5_000)).text())
                    .isEqualTo("[{\"Id\":\"ü\"}, 1e2]");
        }
    }

    @Test
    void anAnswerOfTwoLengthsIsNotBelieved() throws Exception {
        Script script =
                (_, output) ->
                        write(
                                output,
                                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 4\r\n\r\n[  ]");
        try (var server = serve(daemon("1.41", script));
                var engine = DockerEngine.at(server.address())) {
            var failure = failure(() -> engine.containers(true, in(5_000)));
            assertThat(failure.kind()).isEqualTo(Kind.DAEMON_LOST);
            assertThat(failure.message()).endsWith("what it answered has two lengths");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "..", "/etc", "0123456789ABCDEF"})
    void aContainersIdIsNotBelievedUnlessItIsOne(String id) throws Exception {
        var list = "[{\"Id\": \"%s\", \"Names\": [\"/web\"]}]".formatted(id);
        try (var server = serve(daemon("1.41", json(200, list)));
                var engine = DockerEngine.at(server.address())) {
            var failure = failure(() -> engine.findByName("web", in(5_000)));
            assertThat(failure.kind()).isEqualTo(Kind.DAEMON_LOST);
            assertThat(failure.message()).endsWith("it calls a container '" + id + "'");
        }
    }

    @Test
    void aCommandsIdIsNotBelievedUnlessItIsOne() throws Exception {
        var exec =
                new Streaming.Exec(
                        ID,
                        List.of("true"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        false,
                        Optional.empty());
        try (var server = serve(daemon("1.41", json(201, "{\"Id\": \"../containers/x\"}")));
                var engine = DockerEngine.at(server.address())) {
            var failure = failure(() -> engine.open(exec, in(5_000)));
            assertThat(failure.message()).endsWith("it calls a command '../containers/x'");
            assertThat(server.seen().getLast().line()).endsWith("/exec");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "repo:", "repo@", ":tag", "/repo", "repo/", "a//b", "host:/x", "a::b"})
    void anImageWithAnEmptyPartIsNotPulled(String reference) throws Exception {
        try (var server = serve(daemon("1.41", json(200, "{}")));
                var engine = DockerEngine.at(server.address())) {
            var failure =
                    failure(() -> engine.images().pull(reference, Optional.empty(), in(5_000)));
            assertThat(failure.kind()).isEqualTo(Kind.INVALID);
            assertThat(failure.message())
                    .isEqualTo("invalid reference format: '" + reference + "' has an empty part");
            assertThat(server.seen()).isEmpty();
        }
    }

    @Test
    void aFormReachesTheDaemonByteForByte() throws Exception {
        var form =
                """
                { "Image":"x",  "Zukunft" : {"b":1,"a":[1.0, 1e2, "\\u00fc", "ü 🐄"]} ,"Cmd":null}

                """;
        var made = "{\"Id\":\"%s\",\"Warnings\":[\"moo\"]}".formatted(ID);
        try (var server = serve(daemon("1.41", json(201, made)));
                var engine = DockerEngine.at(server.address())) {
            var result = engine.create(Optional.of("a b/ü&x=1"), new RawJson(form), in(5_000));

            var seen = server.seen().getLast();
            assertThat(result.id()).isEqualTo(ID);
            assertThat(result.warnings()).containsExactly("moo");
            assertThat(seen.body()).isEqualTo(form);
            assertThat(seen.line())
                    .isEqualTo("POST /v1.41/containers/create?name=a%20b%2F%C3%BC%26x%3D1");
            assertThat(seen.head())
                    .contains("\r\nContent-Type: application/json\r\n")
                    .contains("\r\nConnection: close\r\n");
        }
    }

    @Test
    void noWarningsMayBeNull() throws Exception {
        try (var server =
                        serve(
                                daemon(
                                        "1.41",
                                        json(201, "{\"Id\":\"" + ID + "\",\"Warnings\":null}")));
                var engine = DockerEngine.at(server.address())) {
            assertThat(engine.create(Optional.empty(), new RawJson("{}"), in(5_000)).warnings())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "json: cannot unmarshal string into Go struct field .Env of type []string|INVALID",
                "invalid character 'x' looking for beginning of value|INVALID",
                "invalid --security-opt 1: |INVALID",
                "unexpected EOF|INVALID",
                "EOF|INVALID",
                "no space left on device|DAEMON_ERROR",
                "the disk said: EOF|DAEMON_ERROR",
            })
    void aBodyThatOldDaemonsCallWrongWithA500IsWrong(String message, Kind kind) throws Exception {
        var answer = json(500, "{\"message\":\"%s\"}".formatted(message));
        try (var server = serve(daemon("1.41", answer));
                var engine = DockerEngine.at(server.address())) {
            var form = new RawJson("{\"Env\":\"\"}");

            assertThat(failure(() -> engine.create(Optional.empty(), form, in(5_000))).kind())
                    .isEqualTo(kind);
            // Nobody sent a body.
            assertThat(failure(() -> engine.start("x", in(5_000))).kind())
                    .isEqualTo(Kind.DAEMON_ERROR);
        }
    }

    @Test
    void theSignalOfAStopTravelsToDaemonsThatKnowItAndIsRefusedForOthers() throws Exception {
        Script done = (_, o) -> write(o, "HTTP/1.1 304 X\r\n\r\n");
        try (var server = serve(daemon("1.42", done));
                var engine = DockerEngine.at(server.address())) {
            engine.stop("web", Optional.of(7), Optional.of("INT"), in(5_000));
            engine.restart("web", Optional.empty(), Optional.of("RTMIN+1"), in(5_000));

            assertThat(server.lines())
                    .containsExactly(
                            "GET /_ping",
                            "POST /v1.42/containers/web/stop?t=7&signal=INT",
                            "POST /v1.42/containers/web/restart?signal=RTMIN%2B1");
        }
        try (var server = serve(daemon("1.41", done));
                var engine = DockerEngine.at(server.address())) {
            var refused =
                    failure(() ->
                            engine.stop("web", Optional.empty(), Optional.of("INT"), in(5_000)));

            assertThat(refused.kind()).isEqualTo(Kind.INVALID);
            assertThat(refused.message())
                    .startsWith("--signal needs API version 1.42, but the Docker daemon at ")
                    .endsWith(" speaks 1.41: leave it out");
            assertThat(server.lines()).containsExactly("GET /_ping");
        }
    }

    @Test
    void optionsTravelAsTheDaemonNamesThem() throws Exception {
        try (var server = serve(daemon("1.41", (_, o) -> write(o, "HTTP/1.1 304 X\r\n\r\n")));
                var engine = DockerEngine.at(server.address())) {
            engine.start("web", in(5_000));
            engine.stop("web", Optional.of(7), in(5_000));
            engine.stop("web", Optional.empty(), in(5_000));
            engine.remove("web", true, false, in(5_000));

            assertThat(server.lines())
                    .containsExactly(
                            "GET /_ping",
                            "POST /v1.41/containers/web/start",
                            "POST /v1.41/containers/web/stop?t=7",
                            "POST /v1.41/containers/web/stop",
                            "DELETE /v1.41/containers/web?force=true&v=false");
        }
    }

    @Test
    void anErrorIsInTheDaemonsWords() throws Exception {
        assertThat(answerTo(json(400, "{\"message\":\"bad\"}")))
                .isEqualTo(new Failure(Kind.INVALID, "bad"));
        assertThat(answerTo(json(404, "{\"message\":\"No such image: x:latest\"}")))
                .isEqualTo(new Failure(Kind.NOT_FOUND, "No such image: x:latest"));
        assertThat(answerTo(json(409, "{\"message\":\"in use\"}")))
                .isEqualTo(new Failure(Kind.CONFLICT, "in use"));
        assertThat(answerTo(json(503, "{\"message\":\"busy\"}")))
                .isEqualTo(new Failure(Kind.DAEMON_ERROR, "busy"));
    }

    @Test
    void anErrorWithoutJsonIsShownAsTextOfASaneLength() throws Exception {
        assertThat(answerTo(json(500, "plain\n text\n")))
                .isEqualTo(new Failure(Kind.DAEMON_ERROR, "plain text"));
        assertThat(answerTo(json(500, "<p>" + "moo ".repeat(10_000))).message())
                .startsWith("<p>moo moo")
                .hasSize(301);
        assertThat(answerTo(json(500, "")).message())
                .endsWith("answered with HTTP status 500 and no message");
    }

    @Test
    void anAnswerThatIsNoJsonIsLost() throws Exception {
        assertThat(answerTo(json(200, "[1,")))
                .extracting(Failure::kind)
                .isEqualTo(Kind.DAEMON_LOST);
        assertThat(answerTo(json(200, "[1,")).message())
                .endsWith(
                        "it is no JSON: line 1, column 4: expected a value, found the end of the text");
    }

    @Test
    void whatIsNoDaemonIsSaid() throws Exception {
        try (var server = serve(json(200, "OK"));
                var engine = DockerEngine.at(server.address())) {
            assertThat(failure(() -> engine.containers(true, in(5_000))).message())
                    .isEqualTo(
                            "the Docker daemon at %s does not say which API version it speaks"
                                    .formatted(server.address()));
        }
        try (var server = RecordingEndpoint.tcp((_, o) -> write(o, "SSH-2.0-x\r\n"));
                var engine = DockerEngine.at(server.address())) {
            assertThat(failure(() -> engine.containers(true, in(5_000))).message())
                    .endsWith("what it answered is no HTTP");
        }
    }

    @Test
    void aFloodOfHeadersIsNotSwallowed() throws Exception {
        Script flood =
                (_, output) -> {
                    write(output, "HTTP/1.1 200 OK\r\n");
                    while (true) {
                        write(output, "X-More: and more and more and more and more\r\n");
                    }
                };
        try (var server = serve(flood);
                var engine = DockerEngine.at(server.address())) {
            assertThat(failure(() -> engine.containers(true, in(20_000))).message())
                    .endsWith("the head of its answer is too long");
        }
    }

    @Test
    void anEndlessBodyIsNotSwallowed() throws Exception {
        Script endless =
                (_, output) -> {
                    write(output, "HTTP/1.1 200 OK\r\n\r\n");
                    var much = " ".repeat(1 << 20);
                    while (true) {
                        write(output, much);
                    }
                };
        try (var server = serve(daemon("1.41", endless));
                var engine = DockerEngine.at(server.address())) {
            assertThat(failure(() -> engine.containers(true, in(20_000))).message())
                    .endsWith("it has more than 64 MB");
        }
    }

    @Test
    void anInterimAnswerIsPassedOver() throws Exception {
        Script script =
                (_, o) ->
                        write(
                                o,
                                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]");
        try (var server = serve(daemon("1.41", script));
                var engine = DockerEngine.at(server.address())) {
            assertThat(engine.containers(false, in(5_000)).text()).isEqualTo("[]");
        }
    }

    @Test
    void aTcpEndpointWorksTheSame() throws Exception {
        try (var server = RecordingEndpoint.tcp(daemon("1.41", json(200, "[]")));
                var engine = DockerEngine.at(server.address().replace("127.0.0.1", "localhost"))) {
            assertThat(engine.containers(false, in(5_000)).text()).isEqualTo("[]");
            assertThat(server.seen().getFirst().head()).contains("\r\nHost: localhost:");
        }
    }

    @Test
    void aTcpEndpointMayHaveAnIpv6Address() throws Exception {
        var loopback = InetAddress.ofLiteral("::1");
        try (var server = RecordingEndpoint.tcp(loopback, daemon("1.41", json(200, "[]")));
                var engine = DockerEngine.at(server.address());
                var zoned = DockerEngine.at(server.address().replace("]", "%25lo]"))) {
            assertThat(engine.containers(false, in(5_000)).text()).isEqualTo("[]");
            assertThat(zoned.containers(false, in(5_000)).text()).isEqualTo("[]");
            assertThat(server.address()).startsWith("tcp://[::1]:");
            assertThat(server.seen())
                    .allSatisfy(seen -> assertThat(seen.head()).contains("\r\nHost: [::1]:"));
        }
    }

    @Test
    void whereThereIsNoIpv6ThatIsSaid() throws Exception {
        var alarms = Executors.newSingleThreadScheduledExecutor();
        try (alarms;
                var ipv4 = SocketChannel.open(StandardProtocolFamily.INET)) {
            var connection = new Connection(ipv4, in(5_000), alarms);

            assertThatThrownBy(() ->
                            connection.connect(
                                    new InetSocketAddress(InetAddress.ofLiteral("::1"), 1)))
                    .isInstanceOf(ConnectException.class)
                    .hasMessage("this host has no IPv6");
            assertThat(ipv4.isOpen()).isFalse();
        }
    }

    @Test
    void anUnknownHostIsDown() {
        try (var engine = DockerEngine.at("tcp://no-such-host.invalid:2375")) {
            assertThat(failure(() -> engine.describe(in(20_000))).message())
                    .isEqualTo(
                            "cannot reach the Docker daemon at tcp://no-such-host.invalid:2375: unknown host");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.24", "1.41", "1.47"})
    void aDaemonThatIsNotNewerIsAskedInItsOwnVersion(String version) throws Exception {
        try (var server = serve(daemon(version, json(200, "[]")));
                var engine = DockerEngine.at(server.address())) {
            engine.containers(false, in(5_000));
            engine.containers(false, in(5_000));

            var list = "GET /v" + version + "/containers/json";
            assertThat(server.lines()).containsExactly("GET /_ping", list, list);
        }
    }

    @Test
    void aNewerDaemonIsAskedInOurVersion() throws Exception {
        try (var server = serve(daemon("1.52", versions("1.52", "1.44")));
                var engine = DockerEngine.at(server.address())) {
            engine.containers(false, in(5_000));

            assertThat(server.lines())
                    .containsExactly("GET /_ping", "GET /version", "GET /v1.47/containers/json");
        }
    }

    @Test
    void aDaemonTooNewOrTooOldIsRefusedWithBothRanges() throws Exception {
        try (var server = serve(daemon("1.70", versions("1.70", "1.60")));
                var engine = DockerEngine.at(server.address())) {
            assertThat(failure(() -> engine.containers(false, in(5_000))))
                    .isEqualTo(
                            new Failure(
                                    Kind.DAEMON_ERROR,
                                    "the Docker daemon at %s speaks API versions 1.60 to 1.70, herd 1.24 to 1.47: none in common"
                                            .formatted(server.address())));
        }
        try (var server = RecordingEndpoint.tcp(daemon("1.9", versions("1.9", "1.2")));
                var engine = DockerEngine.at(server.address())) {
            assertThat(failure(() -> engine.containers(false, in(5_000))).message())
                    .contains("speaks API versions 1.2 to 1.9, herd 1.24 to 1.47: none in common");
        }
    }

    @Test
    void aDaemonThatBecameAnotherVersionIsAskedAnew() throws Exception {
        var version = new AtomicReference<>("1.41");
        Script upgradable =
                (request, output) -> {
                    var now = version.get();
                    boolean spoken = request.line().contains("/v" + now + "/");
                    write(
                            output,
                            "HTTP/1.1 %d X\r\nApi-Version: %s\r\n\r\n%s"
                                    .formatted(spoken ? 200 : 400, now, spoken ? "[]" : "too old"));
                };
        Script script =
                (request, output) -> daemon(version.get(), upgradable).answer(request, output);
        try (var server = serve(script);
                var engine = DockerEngine.at(server.address())) {
            engine.containers(false, in(5_000));
            version.set("1.44");
            engine.containers(false, in(5_000));

            assertThat(server.lines())
                    .containsExactly(
                            "GET /_ping",
                            "GET /v1.41/containers/json",
                            "GET /v1.41/containers/json",
                            "GET /_ping",
                            "GET /v1.44/containers/json");
        }
    }

    @Test
    void afterALostConnectionTheVersionIsAskedAgain() throws Exception {
        var body = new AtomicReference<>("[");
        Script script =
                (_, o) -> write(o, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + body.get());
        try (var server = serve(daemon("1.41", script));
                var engine = DockerEngine.at(server.address())) {
            assertThat(failure(() -> engine.containers(false, in(5_000))).kind())
                    .isEqualTo(Kind.DAEMON_LOST);
            body.set("[]");
            engine.containers(false, in(5_000));

            var list = "GET /v1.41/containers/json";
            assertThat(server.lines()).containsExactly("GET /_ping", list, "GET /_ping", list);
        }
    }

    @Test
    void anImageIsPulledByItsNameAndTagOrDigest() throws Exception {
        var said = "{\"status\":\"Pulling\"}\r\n{\"status\":\"Status: Image is up to date\"}\r\n";
        try (var server = serve(daemon("1.41", json(200, said)));
                var engine = DockerEngine.at(server.address())) {
            assertThat(engine.images().pull("host:5000/a/b", Optional.empty(), in(5_000)).text())
                    .isEqualTo("{\"status\":\"Status: Image is up to date\"}");
            engine.images().pull("a:1", Optional.empty(), in(5_000));
            engine.images().pull("a@sha256:00", Optional.empty(), in(5_000));

            assertThat(server.lines().stream().skip(1))
                    .containsExactly(
                            "POST /v1.41/images/create?fromImage=host%3A5000%2Fa%2Fb&tag=latest",
                            "POST /v1.41/images/create?fromImage=a&tag=1",
                            "POST /v1.41/images/create?fromImage=a&tag=sha256%3A00");
        }
    }

    @Test
    void aPullThatFailsInItsStreamFailsInTheDaemonsWords() throws Exception {
        var said =
                "{\"status\":\"Pulling\"}\r\n{\"errorDetail\":{\"message\":\"no space left\"},\"error\":\"x\"}\r\n";
        try (var server = serve(daemon("1.41", json(200, said)));
                var engine = DockerEngine.at(server.address())) {
            assertThat(failure(() -> engine.images().pull("a", Optional.empty(), in(5_000))))
                    .isEqualTo(new Failure(Kind.DAEMON_ERROR, "no space left"));
        }
    }

    @Test
    void aPullThatSaysNothingIsLost() throws Exception {
        try (var server = serve(daemon("1.41", json(200, "")));
                var engine = DockerEngine.at(server.address())) {
            assertThat(failure(() -> engine.images().pull("a", Optional.empty(), in(5_000))).kind())
                    .isEqualTo(Kind.DAEMON_LOST);
        }
    }

    @Test
    void aClosedEngineAsksNothing() throws Exception {
        try (var server = serve(daemon("1.41", json(200, "[]")))) {
            var engine = DockerEngine.at(server.address());
            engine.close();

            assertThat(failure(() -> engine.containers(false, in(5_000))).kind())
                    .isEqualTo(Kind.DAEMON_DOWN);
            assertThat(server.seen()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/var/run/docker.sock",
                "unix://",
                "unix://relative",
                "tcp://host",
                "tcp://host:0",
                "tcp://host:65536",
                "tcp://host:1/path",
                "tcp://u@host:1",
                "tcp:host",
                "http://host:2375",
                "tcp://::1:2375",
                "tcp://[::1]",
                "tcp://[1:2]:2375",
                "tcp://[host]:2375",
                "tcp://[::1%]:2375",
                "ssh://host",
                "npipe:////./pipe/docker_engine"
            })
    void anEndpointOfAnotherFormIsRefusedByName(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DockerEngine.at(endpoint))
                .withMessage(
                        "invalid Docker endpoint '%s': use unix:///PATH or tcp://HOST:PORT, for IPv6 tcp://[ADDRESS]:PORT"
                                .formatted(endpoint));
    }

    private RecordingEndpoint serve(Script script) throws IOException {
        var socket = dir.resolve("s");
        Files.deleteIfExists(socket);
        return RecordingEndpoint.unix(socket, script);
    }

    private Failure answerTo(Script script) throws IOException {
        try (var server = RecordingEndpoint.tcp(daemon("1.41", script));
                var engine = DockerEngine.at(server.address())) {
            return failure(() -> engine.inspect("web", in(5_000)));
        }
    }

    private static Script versions(String newest, String oldest) {
        return (request, output) ->
                json(
                                200,
                                request.line().equals("GET /version")
                                        ? "{\"ApiVersion\":\"%s\",\"MinAPIVersion\":\"%s\"}"
                                                .formatted(newest, oldest)
                                        : "[]")
                        .answer(request, output);
    }

    private static Failure down(String endpoint, String reason) {
        return new Failure(
                Kind.DAEMON_DOWN,
                "cannot reach the Docker daemon at %s: %s".formatted(endpoint, reason));
    }
}
