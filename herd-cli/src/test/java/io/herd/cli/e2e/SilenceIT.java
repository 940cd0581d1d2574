package io.herd.cli.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A daemon is stopped in the middle of what it says, and its agent lives. */
@Tag(Lab.ALONE)
@ExtendWith(Lab.Up.class)
@Timeout(value = 120, unit = SECONDS)
@TestInstance(Lifecycle.PER_CLASS)
class SilenceIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final String SILENT = "no answer within 3.0 s";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final Lab lab;

    SilenceIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeAll
    void run() {
        // 40 MB of log and as large a file: more than lies in all buffers on the way. In long
        // lines, which the daemon writes faster.
        var script =
                "yes $(head -c 6000 /dev/zero | tr '\\0' x) | head -c 40000000 | tee /big; echo; echo last; exec sleep 1000";
        for (var host : new String[] {"a", "b"}) {
            lab.docker(host, "run", "-d", "--name", "on-" + host, "busybox", "sh", "-c", script)
                    .succeeded();
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            lab.docker(host, "logs", "-n", "1", "on-" + host)
                                    .out()
                                    .contains("last"));
        }
    }

    @AfterEach
    void thaw() {
        lab.daemon("a", "thaw");
        lab.up();
    }

    @AfterAll
    void mend() {
        lab.mend();
    }

    @Test
    void aLogEndsByTheTimeout() throws Exception {
        frozenInTheMiddleOf("exec \"$0\" logs on-a --deadline 3s");
    }

    @Test
    void aCopyOutEndsByTheTimeout() throws Exception {
        frozenInTheMiddleOf("exec \"$0\" cp on-a:/big - --deadline 3s");
    }

    @Test
    void aCopyInEndsByTheTimeout() throws Exception {
        try (var large = new RandomAccessFile(directory.resolve("large").toFile(), "rw")) {
            large.setLength(512 << 20);
        }
        var go = directory.resolve("go");
        var begun = directory.resolve("begun");
        // Its source stops when more has gone than lies in a pipe, until the daemon is frozen.
        var source =
                "tar -C %s -c large | (head -c 1000000; touch %s; until [ -e %s ]; do sleep 0.1; done; cat)"
                        .formatted(directory, begun, go);
        try (var run =
                Run.start(
                        lab.environment(),
                        "bash",
                        "-c",
                        "set -o pipefail; " + source + " | \"$0\" cp - on-a:/ --deadline 3s",
                        lab.herd().toString())) {
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(begun));
            lab.daemon("a", "freeze");
            Files.createFile(go);

            var ended = run.await();

            assertThat(ended.err()).contains("on-a on a: " + SILENT);
            assertThat(ended.exit()).isEqualTo(3);
        }
    }

    @Test
    void theFiguresOfTheOthersAreShown() {
        lab.daemon("a", "freeze");

        var stats = lab.herd("stats", "--no-stream", "--format", "{{.Name}}", "--deadline", "3s");

        assertThat(stats.out()).isEqualTo("on-b\n");
        assertThat(stats.err()).contains("node a: ");
        assertThat(stats.exit()).isEqualTo(3);
        assertThat(stats.took()).isLessThan(TIMEOUT.multipliedBy(4));
    }

    @Test
    void theEventsOfTheOthersAreShown() {
        lab.daemon("a", "freeze");

        var events =
                lab.herd(
                        "events",
                        "--since",
                        "1h",
                        "--until",
                        "0s",
                        "-f",
                        "event=start",
                        "--deadline",
                        "3s");

        assertThat(events.out()).contains("on-b").doesNotContain("on-a");
        assertThat(events.err()).contains("node a: ");
        assertThat(events.exit()).isEqualTo(3);
        assertThat(events.took()).isLessThan(TIMEOUT.multipliedBy(4));
    }

    /** Its reader stops after the first bytes, until the daemon is frozen, and reads the rest. */
    private void frozenInTheMiddleOf(String command) throws IOException {
        var go = directory.resolve("go");
        var begun = directory.resolve("begun");
        var reader =
                "head -c 1000 >%s; until [ -e %s ]; do sleep 0.1; done; cat >/dev/null"
                        .formatted(begun, go);
        try (var run =
                Run.start(
                        lab.environment(),
                        "bash",
                        "-c",
                        "set -o pipefail; (" + command + ") | (" + reader + ")",
                        lab.herd().toString())) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Files.exists(begun) && Files.size(begun) == 1000);
            lab.daemon("a", "freeze");
            // Longer than the timeout: what the reader leaves lying is nobody's silence.
            await().pollDelay(TIMEOUT.plusSeconds(2)).until(() -> run.alive());
            Files.createFile(go);

            var ended = run.await();

            assertThat(ended.err()).contains("on-a on a: " + SILENT);
            assertThat(ended.exit()).isEqualTo(3);
        }
    }
}
