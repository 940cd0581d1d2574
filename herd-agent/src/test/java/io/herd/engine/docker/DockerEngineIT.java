package io.herd.engine.docker;

import static io.herd.engine.EngineCalls.failure;
import static io.herd.engine.EngineCalls.in;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.engine.EngineException;
import io.herd.engine.Events;
import io.herd.engine.docker.http.Endpoint;
import io.herd.engine.docker.http.SocketTransport;
import io.herd.json.docker.DockerJson;
import io.herd.model.DaemonEvent;
import io.herd.model.RawJson;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real daemon that goes, comes back, and hangs; the engine is the same all the time. */
class DockerEngineIT {

    @SuppressWarnings("NullAway.Init")
    private static RealDaemon daemon;

    @SuppressWarnings("NullAway.Init")
    private static DockerEngine engine;

    @BeforeAll
    static void launch() throws Exception {
        daemon = RealDaemon.launch();
        engine = DockerEngine.at(daemon.endpoint());
    }

    @AfterAll
    static void close() {
        engine.close();
        daemon.close();
    }

    @Test
    void aStoppedDaemonIsDownAndAfterItsStartEverythingWorksAgain() throws Exception {
        var form = new RawJson("{\"Image\":\"busybox\",\"Cmd\":[\"sleep\",\"9\"]}");
        assertThat(engine.create(Optional.of("before"), form, in(10_000)).id()).isNotBlank();

        daemon.stop();
        assertThat(failure(() -> engine.describe(in(10_000))))
                .isEqualTo(
                        new Failure(
                                Kind.DAEMON_DOWN,
                                "cannot reach the Docker daemon at %s: no such socket"
                                        .formatted(daemon.endpoint())));
        daemon.start();

        assertThat(engine.create(Optional.of("after"), form, in(10_000)).id()).isNotBlank();
    }

    @Test
    void aFrozenDaemonIsATimeoutByTheDeadlineAndNoneOnceItIsThawed() throws Exception {
        Failure failure;
        Duration took;
        daemon.freeze();
        try {
            long start = System.nanoTime();
            failure = failure(() -> engine.containers(true, in(700)));
            took = Duration.ofNanos(System.nanoTime() - start);
        } finally {
            // The other tests have the same daemon.
            daemon.thaw();
        }

        assertThat(failure)
                .isEqualTo(
                        new Failure(
                                Kind.DAEMON_TIMEOUT,
                                "the Docker daemon at %s did not answer within 700ms"
                                        .formatted(daemon.endpoint())));
        assertThat(took).isBetween(Duration.ofMillis(690), Duration.ofSeconds(5));
        assertThat(engine.containers(true, in(10_000)).text()).startsWith("[");
    }

    @Test
    void whoeverFollowsADaemonThatStopsLosesItAndFindsItAgain() throws Exception {
        var form = new RawJson("{\"Image\":\"busybox\",\"Cmd\":[\"sleep\",\"9\"]}");
        try (var events = follow()) {
            daemon.stop();
            var failure = failure(() -> drain(events));
            assertThat(failure.kind()).isEqualTo(Kind.DAEMON_LOST);
        } finally {
            daemon.start();
        }
        try (var events = follow()) {
            var id = engine.create(Optional.empty(), form, in(10_000)).id();
            assertThat(events.next()).map(DaemonEvent::actor).contains(id);
        }
    }

    @Test
    void aFrozenDaemonIsSilentAndTellsOnceItIsThawed() throws Exception {
        var form = new RawJson("{\"Image\":\"busybox\",\"Cmd\":[\"sleep\",\"9\"]}");
        try (var events = follow()) {
            var next = new FutureTask<>(events::next);
            daemon.freeze();
            try {
                Thread.ofVirtual().start(next);
                await().during(Duration.ofMillis(500)).until(() -> !next.isDone());
                assertThat(failure(() -> engine.ping(in(300))).kind())
                        .isEqualTo(Kind.DAEMON_TIMEOUT);
            } finally {
                daemon.thaw();
            }
            var id = engine.create(Optional.empty(), form, in(10_000)).id();
            assertThat(next.get(10, TimeUnit.SECONDS)).map(DaemonEvent::actor).contains(id);
        }
    }

    private static Events follow() throws EngineException {
        var containers = Map.of("type", List.of("container"));
        return engine.events(Optional.empty(), Optional.empty(), containers, in(10_000));
    }

    private static void drain(Events events) throws EngineException {
        while (events.next().isPresent()) {
            // What stopping it did.
        }
    }

    @Test
    void aHijackedStreamEndsTheContainersInput() throws Exception {
        var form =
                new RawJson(
                        """
                        {"Image": "busybox", "Cmd": ["cat"], "OpenStdin": true, "StdinOnce": true,
                         "AttachStdin": true, "AttachStdout": true, "HostConfig": {"NetworkMode": "none"}}
                        """);
        var id = engine.create(Optional.empty(), form, in(10_000)).id();
        var attach =
                Request.builder()
                        .method(Method.POST)
                        .path("/containers/" + id + "/attach?stream=1&stdin=1&stdout=1")
                        .hijackedInput(new ByteArrayInputStream("moo\n".getBytes(UTF_8)))
                        .build();
        try (var transport = new SocketTransport(Endpoint.parse(daemon.endpoint()));
                var stream = transport.execute(attach, in(20_000))) {
            assertThat(stream.getStatusCode()).isEqualTo(101);
            engine.start(id, in(20_000));
            // Ends only because cat saw the end of its input. Frame: stream 1, 4 bytes.
            assertThat(new String(stream.getBody().readAllBytes(), UTF_8))
                    .isEqualTo("\u0001\0\0\0\0\0\0\u0004moo\n");
        }
        engine.remove(id, true, true, in(10_000));
    }

    @Test
    void aCommandThatDoesNotExistIsNamedInTheDaemonsWords() throws Exception {
        var failure = failureOfStart("moo");

        assertThat(failure.kind()).isEqualTo(Kind.NO_SUCH_COMMAND);
        assertThat(failure.message()).contains("exec: \"moo\": executable file not found");
        assertThat(failureOfStart("/no/such").kind()).isEqualTo(Kind.NO_SUCH_COMMAND);
    }

    @Test
    void aCommandThatCannotBeExecutedIsNoneThatIsMissing() throws Exception {
        assertThat(failureOfStart("/bin").kind()).isEqualTo(Kind.NOT_EXECUTABLE);
    }

    private static Failure failureOfStart(String command) throws Exception {
        var form =
                new RawJson(
                        "{\"Image\":\"busybox\",\"Cmd\":[\"%s\"],\"HostConfig\":{\"NetworkMode\":\"none\"}}"
                                .formatted(command));
        var id = engine.create(Optional.empty(), form, in(10_000)).id();
        return failure(() -> engine.start(id, in(20_000)));
    }

    @Test
    void anotherClientSeesWhatTheEngineMade() throws Exception {
        var form =
                new RawJson(
                        """
                        {"Image": "busybox", "Cmd": ["sleep", "60"], "Labels": {"a": "b c"},
                         "HostConfig": {"NetworkMode": "none", "Memory": 16777216}}
                        """);
        var id = engine.create(Optional.of("seen"), form, in(10_000)).id();
        engine.start(id, in(20_000));

        try (var client = daemon.client()) {
            var seen = client.inspectContainerCmd("seen").exec();
            assertThat(seen.getId()).isEqualTo(id);
            assertThat(seen.getState().getRunning()).isTrue();
            assertThat(seen.getConfig().getCmd()).containsExactly("sleep", "60");
            assertThat(seen.getConfig().getLabels()).containsEntry("a", "b c");
            assertThat(seen.getHostConfig().getMemory()).isEqualTo(16_777_216);

            engine.remove(id, true, true, in(10_000));

            assertThat(client.listContainersCmd().withShowAll(true).exec())
                    .noneMatch(it -> it.getId().equals(id));
        }
    }

    @Test
    void theEngineSeesWhatAnotherClientMade() throws Exception {
        try (var client = daemon.client()) {
            var id =
                    client.createContainerCmd("busybox")
                            .withName("theirs")
                            .withCmd("sleep", "60")
                            .withHostConfig(HostConfig.newHostConfig().withNetworkMode("none"))
                            .exec()
                            .getId();
            client.startContainerCmd(id).exec();

            assertThat(DockerJson.list(engine.containers(false, in(10_000))))
                    .anyMatch(it -> it.id().equals(id) && it.names().contains("/theirs"));

            client.removeContainerCmd(id).withForce(true).exec();
        }
    }

    @Test
    void theImageIsThere() throws Exception {
        var up = engine.describe(in(10_000));

        assertThat(up.images()).isEqualTo(1);
        assertThat(DockerJson.list(engine.containers(false, in(10_000)))).isEmpty();
    }
}
