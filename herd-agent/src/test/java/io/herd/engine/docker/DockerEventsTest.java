package io.herd.engine.docker;

import static io.herd.engine.EngineCalls.failure;
import static io.herd.engine.EngineCalls.in;
import static io.herd.engine.docker.RecordingEndpoint.daemon;
import static io.herd.engine.docker.RecordingEndpoint.json;
import static io.herd.engine.docker.RecordingEndpoint.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.engine.EngineException;
import io.herd.engine.Events;
import io.herd.engine.docker.RecordingEndpoint.Script;
import io.herd.model.DaemonEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DockerEventsTest {

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static final String EVENT =
            "{\"Type\":\"container\",\"Action\":\"start\",\"Actor\":{\"ID\":\"c0\",\"Attributes\":{\"name\":\"kühl\"}},"
                    + "\"scope\":\"local\",\"time\":1700000000,\"timeNano\":1700000000000000042,\"Tomorrow\":[1e2]}";

    @TempDir private Path dir;

    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void anEventHasWhatTheDaemonSaysOfItAndAllThatItSaid() throws Exception {
        try (var server = serve((_, output) -> write(output, CHUNKED + chunk(EVENT + "\n")));
                var engine = DockerEngine.at(server.address());
                var events = follow(engine)) {
            var event = events.next().orElseThrow();

            assertThat(event.type()).isEqualTo("container");
            assertThat(event.action()).isEqualTo("start");
            assertThat(event.actor()).isEqualTo("c0");
            assertThat(event.attributes()).isEqualTo(Map.of("name", "kühl"));
            assertThat(event.time()).isEqualTo(Instant.ofEpochSecond(1_700_000_000, 42));
            assertThat(event.raw().text()).isEqualTo(EVENT);
        }
    }

    @Test
    void itDoesNotMatterHowTheDaemonCutsItsLines() throws Exception {
        var two = EVENT + "\n" + EVENT.replace("start", "die") + "\n";
        Script script =
                (_, output) -> {
                    write(output, CHUNKED);
                    for (int at = 0; at < two.length(); at += 7) {
                        write(output, chunk(two.substring(at, Math.min(at + 7, two.length()))));
                    }
                    write(output, "0\r\n\r\n");
                };
        try (var server = serve(script);
                var engine = DockerEngine.at(server.address());
                var events = follow(engine)) {
            assertThat(events.next()).map(DaemonEvent::action).contains("start");
            assertThat(events.next()).map(DaemonEvent::action).contains("die");
            assertThat(events.next()).isEmpty();
        }
    }

    @Test
    void whatIsAskedForIsAskedOfTheDaemon() throws Exception {
        try (var server = serve((_, output) -> write(output, CHUNKED + "0\r\n\r\n"));
                var engine = DockerEngine.at(server.address())) {
            follow(engine).close();
            engine.events(
                            Optional.of(Instant.ofEpochSecond(7, 42)),
                            Optional.of(Instant.ofEpochSecond(9)),
                            Map.of("type", List.of("a b")),
                            in(5_000))
                    .close();

            assertThat(server.lines())
                    .containsExactly(
                            "GET /_ping",
                            "GET /v1.41/events",
                            "GET /v1.41/events?since=7.000000042&until=9.000000000&filters=%7B%22type%22%3A%5B%22a%20b%22%5D%7D");
        }
    }

    @Test
    void theDeadlineIsForTheBeginningOnly() throws Exception {
        Script late =
                (_, output) -> {
                    write(output, CHUNKED);
                    end.await();
                    write(output, chunk(EVENT + "\n"));
                };
        try (var server = serve(late);
                var engine = DockerEngine.at(server.address());
                var events = engine.events(Optional.empty(), Optional.empty(), Map.of(), in(300))) {
            var next = new FutureTask<>(events::next);
            Thread.ofVirtual().start(next);
            await().during(Duration.ofMillis(500)).until(() -> !next.isDone());
            end.countDown();

            assertThat(next.get(10, TimeUnit.SECONDS)).isPresent();
        }
    }

    @Test
    void aDaemonThatDoesNotBeginIsReportedByTheDeadline() throws Exception {
        try (var server = serve((_, _) -> end.await());
                var engine = DockerEngine.at(server.address())) {
            assertThat(
                            failure(() ->
                                            engine.events(
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Map.of(),
                                                    in(300)))
                                    .kind())
                    .isEqualTo(Kind.DAEMON_TIMEOUT);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aDaemonThatRefusesIsHeardAndAskedInItsNewVersionNextTime() throws Exception {
        try (var server = serve(json(400, "{\"message\":\"client version 1.41 is too old\"}"));
                var engine = DockerEngine.at(server.address())) {
            assertThat(failure(() -> follow(engine)))
                    .isEqualTo(new Failure(Kind.INVALID, "client version 1.41 is too old"));
            assertThat(failure(() -> follow(engine)).kind()).isEqualTo(Kind.INVALID);

            assertThat(server.lines())
                    .containsExactly(
                            "GET /_ping", "GET /v1.41/events", "GET /_ping", "GET /v1.41/events");
        }
    }

    @Test
    void aDaemonThatBreaksOffOrTalksNonsenseIsLost() throws Exception {
        for (var said : List.of("", "5\r\n{\"Ty", chunk("{\"Type\":7}\n"), chunk("moo\n"))) {
            try (var server = serve((_, output) -> write(output, CHUNKED + said));
                    var engine = DockerEngine.at(server.address());
                    var events = follow(engine)) {
                var failure = failure(events::next);
                assertThat(failure.kind()).as(said).isEqualTo(Kind.DAEMON_LOST);
                assertThat(failure.message())
                        .startsWith("lost the answer of the Docker daemon at " + server.address());
            }
        }
    }

    @Test
    void anEventOfAContainerWithMegabytesOfLabelsIsTold() throws Exception {
        var label = "x".repeat(5_000_000);
        var large = EVENT.replace("kühl", label);
        try (var server = serve((_, output) -> write(output, CHUNKED + chunk(large + "\n")));
                var engine = DockerEngine.at(server.address());
                var events = follow(engine)) {
            assertThat(events.next().orElseThrow().attributes()).isEqualTo(Map.of("name", label));
        }
    }

    @Test
    void aLineWithoutEndIsNotSwallowed() throws Exception {
        Script endless =
                (_, output) -> {
                    write(output, CHUNKED);
                    while (true) {
                        write(output, chunk("moo ".repeat(10_000)));
                    }
                };
        try (var server = serve(endless);
                var engine = DockerEngine.at(server.address());
                var events = follow(engine)) {
            assertThat(failure(events::next).message()).endsWith("one of its lines is too long");
        }
    }

    @Test
    void whoeverIsInterruptedWhileTheDaemonIsSilentLetsGoOfIt() throws Exception {
        var gone = new CountDownLatch(1);
        Script untilGone =
                (_, output) -> {
                    write(output, CHUNKED);
                    try {
                        while (true) {
                            write(output, chunk(" "));
                            Thread.sleep(10);
                        }
                    } finally {
                        gone.countDown();
                    }
                };
        try (var server = serve(untilGone);
                var engine = DockerEngine.at(server.address());
                var events = follow(engine)) {
            var next = new FutureTask<>(() -> failure(events::next));
            var waiting = Thread.ofVirtual().start(next);
            waiting.interrupt();

            assertThat(next.get(10, TimeUnit.SECONDS).message())
                    .startsWith("interrupted while the Docker daemon");
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static String chunk(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return Integer.toHexString(bytes) + "\r\n" + text + "\r\n";
    }

    private static Events follow(DockerEngine engine) throws EngineException {
        return engine.events(Optional.empty(), Optional.empty(), Map.of(), in(5_000));
    }

    private RecordingEndpoint serve(Script script) throws IOException {
        var socket = dir.resolve("s");
        Files.deleteIfExists(socket);
        return RecordingEndpoint.unix(socket, daemon("1.41", script));
    }
}
