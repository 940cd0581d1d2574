package io.herd.engine.docker;

import static io.herd.engine.docker.RecordingEndpoint.daemon;
import static io.herd.engine.docker.RecordingEndpoint.json;
import static io.herd.engine.docker.RecordingEndpoint.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Frame;
import io.herd.action.Streaming.Stats;
import io.herd.engine.EngineException;
import io.herd.engine.docker.RecordingEndpoint.Script;
import io.herd.model.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DockerStatsTest {

    private static final String SILENT = "51e27".repeat(13).substring(0, 64);
    private static final String USUAL = "a5a1d".repeat(13).substring(0, 64);
    private static final List<String> BOTH = List.of(SILENT, USUAL);

    @TempDir private Path dir;

    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void end() {
        end.countDown();
    }

    @Test
    void aContainerOfWhichNothingIsKnownInTimeIsNamedAndTheOthersAreTold() throws Exception {
        Script one =
                (seen, output) -> {
                    if (seen.line().contains(SILENT)) {
                        end.await();
                    }
                    json(200, "{\"id\":\"a5\"}").answer(seen, output);
                };
        try (var server = RecordingEndpoint.unix(dir.resolve("d"), daemon("1.41", one));
                var engine = DockerEngine.at(server.address());
                var stats = engine.open(new Stats(BOTH, false), in(500))) {
            assertThat(stats.next())
                    .isInstanceOfSatisfying(
                            Frame.Document.class,
                            it -> assertThat(it.json().text()).isEqualTo("{\"id\":\"a5\"}"));

            var failure = catchThrowableOfType(EngineException.class, stats::next).failure();

            assertThat(failure.kind()).isEqualTo(Kind.DAEMON_TIMEOUT);
            assertThat(failure.message())
                    .startsWith("nothing of container 51e2751e2751: the Docker daemon at ")
                    .contains(" did not answer within ");
        }
    }

    @Test
    void aDaemonThatEndsWhileItsContainersAreThereIsLost() throws Exception {
        assertThat(endOf(json(200, "{\"Id\":\"x\"}")).kind()).isEqualTo(Kind.DAEMON_LOST);
    }

    @Test
    void aContainerThatIsRemovedIsNoLoss() throws Exception {
        try (var server = ending(json(404, "{\"message\":\"No such container\"}"));
                var engine = DockerEngine.at(server.address());
                var stats = engine.open(new Stats(List.of(USUAL), true), in(5_000))) {
            assertThat(stats.next()).isInstanceOf(Frame.Document.class);
            assertThat(stats.next()).as("it is gone").isInstanceOf(Frame.Document.class);
            assertThat(stats.next()).isEqualTo(new Frame.Ended());
        }
    }

    private Failure endOf(Script inspected) throws Exception {
        try (var server = ending(inspected);
                var engine = DockerEngine.at(server.address());
                var stats = engine.open(new Stats(List.of(USUAL), true), in(5_000))) {
            assertThat(stats.next()).isInstanceOf(Frame.Document.class);
            assertThat(stats.next()).as("it is gone").isInstanceOf(Frame.Document.class);
            return catchThrowableOfType(EngineException.class, stats::next).failure();
        }
    }

    /** Says something of a container once, and ends. */
    private RecordingEndpoint ending(Script inspected) throws IOException {
        Script script =
                (seen, output) -> {
                    if (seen.line().contains("/stats")) {
                        write(output, "HTTP/1.1 200 OK\r\n\r\n{\"id\":\"a5\"}\n");
                    } else {
                        inspected.answer(seen, output);
                    }
                };
        return RecordingEndpoint.unix(dir.resolve("d"), daemon("1.41", script));
    }

    private static Deadline in(long millis) {
        return Deadline.in(Duration.ofMillis(millis));
    }
}
