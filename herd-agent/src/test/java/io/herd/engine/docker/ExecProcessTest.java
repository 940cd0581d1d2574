package io.herd.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.engine.docker.http.Endpoint;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What is said of a command whose caller is gone. */
class ExecProcessTest {

    // No host has so many.
    private static final String RUNNING = "{\"Running\": true, \"Pid\": 99999999}";
    private static final String ENDED = "{\"Running\": false, \"Pid\": 0, \"ExitCode\": 0}";

    private static final Logger LOG = Logger.getLogger("io.herd.engine");

    @Test
    void oneThatHasEndedByItselfIsNotSaidToRun() throws Exception {
        assertThat(warnedOf(3)).isFalse();
    }

    @Test
    void oneThatRunsOnIsSaidToRun() throws Exception {
        assertThat(warnedOf(Integer.MAX_VALUE)).isTrue();
    }

    /**
     * @param looks how often its daemon says that it runs
     */
    private static boolean warnedOf(int looks) throws Exception {
        var said = new AtomicInteger();
        var warned = new AtomicBoolean();
        LOG.setFilter(it -> {
            boolean isIt =
                    it.getLevel().equals(Level.WARNING) && it.getMessage().contains("may still");
            warned.compareAndSet(false, isIt);
            return !isIt;
        });
        var script =
                RecordingEndpoint.daemon(
                        "1.41",
                        (seen, output) ->
                                RecordingEndpoint.json(
                                                200,
                                                said.getAndIncrement() < looks ? RUNNING : ENDED)
                                        .answer(seen, output));
        try (var server = RecordingEndpoint.tcp(script);
                var daemon = new DockerClient(Endpoint.parse(server.address()))) {
            new ExecProcess(daemon, "e", "c".repeat(64), HostProcess.uptime()).abandon();
            await().until(() -> warned.get() || said.get() > looks);
            // It would be said at once.
            await().pollDelay(Duration.ofMillis(200)).until(() -> true);
            return warned.get();
        } finally {
            LOG.setFilter(null);
        }
    }
}
