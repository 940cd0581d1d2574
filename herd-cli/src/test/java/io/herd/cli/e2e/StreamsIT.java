package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Streams that are large, or that are broken off. All commands ask the agent of host a for a
 * container of host b, so that both agents have a part in them.
 */
@Tag(Lab.ALONE)
@ExtendWith(Lab.Up.class)
class StreamsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long GIBIBYTE = 1L << 30;
    private static final int AT_ONCE = 3;
    private static final int INTERRUPTED = 130;
    // By which an agent may grow: rubbish that is cleaned only when there is more of it.
    private static final long RUBBISH = GIBIBYTE / 4;

    @TempDir Path directory;

    private final Lab lab;
    private AgentProcess asked;
    private AgentProcess owner;

    StreamsIT(Lab lab) {
        this.lab = lab;
        asked = AgentProcess.of(lab, "a");
        owner = AgentProcess.of(lab, "b");
    }

    @BeforeEach
    void web() {
        lab.docker("b", "run", "-d", "--name", "web", "busybox", "sleep", "1000").succeeded();
    }

    @AfterEach
    void mend() {
        lab.mend();
    }

    @Test
    void aGibibyteFlowsThroughACommandAndNobodyHoldsIt() throws Exception {
        var large = large();

        var flown =
                withoutGrowing(
                        () -> smallHerd("exec -i web cat <%s | cmp - %1$s".formatted(large)));

        assertThat(flown.out()).isEmpty();
    }

    @Test
    void aGibibyteIsCopiedInAndOutAndNobodyHoldsIt() throws Exception {
        var large = large();
        var back = directory.resolve("back");

        withoutGrowing(() -> {
            smallHerd("container cp %s web:/large".formatted(large));
            return smallHerd("container cp web:/large %s".formatted(back));
        });

        assertThat(Files.mismatch(large, back)).isEqualTo(-1);
    }

    @Test
    void whatIsRunEndsWithItsCodeAndIsGone() {
        var ran =
                herd("run --rm --name gone --node b busybox sh -c 'cat; echo oh >&2; exit 7'")
                        .await();
        var fed = herd("run --rm -i --node b busybox sh -c 'cat; exit 8' <<<hello").await();
        var wrong = herd("run --rm --node b busybox nosuch").await();

        assertThat(ran).extracting(Run.Ended::err, Run.Ended::exit).containsExactly("oh\n", 7);
        assertThat(fed).extracting(Run.Ended::out, Run.Ended::exit).containsExactly("hello\n", 8);
        assertThat(wrong.err()).contains("nosuch", "not found in $PATH");
        assertThat(wrong.exit()).isEqualTo(127);
        assertThat(lab.docker("b", "ps", "-a", "--format", "{{.Names}}").lines())
                .containsExactly("web");
    }

    @Test
    void whoJoinsAContainerFeedsItAndEndsWithItsCode() {
        var id =
                herd("run -d -i --name talk --node b busybox sh -c 'read it; echo got $it; exit 5'")
                        .await()
                        .succeeded();
        assertThat(id.out()).matches("[0-9a-f]{64}\n");

        // Without a pause the daemon takes the end of the input for a farewell, as with docker.
        var joined = herd("container attach talk < <(echo hello; sleep 2)").await();

        assertThat(joined.out()).isEqualTo("got hello\n");
        assertThat(joined.exit()).isEqualTo(5);
        assertThat(herd("container attach talk").await().err())
                .isEqualTo("herd: talk on b: it is exited: start it first\n");
    }

    @Test
    void whatAllContainersUseIsShownOnceAndAccountedFor() {
        lab.docker("a", "run", "-d", "--name", "db", "busybox", "sleep", "1000").succeeded();
        lab.docker("c", "run", "-d", "--name", "mail", "busybox", "sleep", "1000").succeeded();
        lab.docker("c", "create", "--name", "still", "busybox").succeeded();

        var stats = herd("stats --no-stream --format '{{.Name}} {{.PIDs}} {{.Node}}'").await();
        assertThat(stats.succeeded().lines()).containsExactly("db 1 a", "web 1 b", "mail 1 c");

        lab.freeze("c");
        // Asked again at once, a daemon measures for up to two seconds.
        var partial = herd("--deadline 4s stats --no-stream -q").await();
        assertThat(partial.lines()).hasSize(2);
        assertThat(partial.err()).startsWith("herd: node c: ");
        assertThat(partial.exit()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec web sleep 4711",
                "exec -i web sh -c 'sleep 4711; cat' </dev/zero",
                "container attach --sig-proxy=false web",
                "container wait web",
                "logs -f web",
                "stats"
            })
    void whatIsInterruptedEndsAtOnceAndLeavesNothing(String command) {
        long before = asked.sockets() + owner.sockets();
        var runs = Stream.generate(() -> herd(command)).limit(AT_ONCE).toList();
        try {
            await().atMost(SOON)
                    .untilAsserted(() -> {
                        assertThat(asked.carrying()).hasSizeGreaterThanOrEqualTo(AT_ONCE);
                        assertThat(owner.carrying()).hasSizeGreaterThanOrEqualTo(AT_ONCE);
                    });
            assertThat(asked.sockets() + owner.sockets()).isGreaterThan(before + AT_ONCE);

            runs.forEach(run -> lab.interrupt(Long.toString(run.pid())));

            await().atMost(Duration.ofSeconds(5)).until(() -> runs.stream().noneMatch(Run::alive));
            assertThat(runs).allMatch(run -> run.await().exit() == INTERRUPTED);
        } finally {
            runs.forEach(Run::close);
        }
        awaitNothing(before);
    }

    /** Of these a daemon takes one at a time for each container. */
    @Test
    void anArchiveThatIsInterruptedGivesWayToTheNext() throws Exception {
        // It stops in the middle of a file; zeros alone would be an archive's end.
        var line =
                "container cp - web:/ < <(head -c 5000 /dev/zero >%1$s/file; tar -C %1$s -c file | head -c 3000; sleep 60)"
                        .formatted(directory);
        try (var run = herd(line)) {
            await().atMost(SOON).until(() -> !owner.carrying().isEmpty());

            lab.interrupt(Long.toString(run.pid()));

            assertThat(run.await().exit()).isEqualTo(INTERRUPTED);
        }
        var note = Files.writeString(directory.resolve("note"), "hello");
        herd("container cp %s web:/".formatted(note)).await().succeeded();
        assertThat(lab.docker("b", "exec", "web", "cat", "/note").out()).isEqualTo("hello");
        await().atMost(SOON).until(() -> owner.carrying().isEmpty());
    }

    // The agent runs the first; of the second it passes on the stream.
    @ParameterizedTest
    @CsvSource({
        "exec web sleep 4711, herd: the agent of this host went away before the command had ended",
        "exec -i web sleep 4711, herd: web on b: "
    })
    void anAgentOnTheWayThatIsKilledLeavesNothingBehind(String command, String said) {
        try (var run = herd(command)) {
            await().atMost(SOON).until(() -> processes().contains("sleep 4711"));

            lab.agent("a", "kill");

            assertThat(run.await().exit()).isEqualTo(3);
            assertThat(run.errSoFar()).contains(said);
        }
        await().atMost(SOON).until(() -> !processes().contains("sleep 4711"));
        await().atMost(SOON).until(() -> owner.carrying().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec -i web cat </dev/zero >/dev/null", "container wait web", "stats"})
    void anOwnerThatIsKilledIsNamedAndTheOtherAgentLetsGo(String command) {
        try (var run = herd(command)) {
            await().atMost(SOON).until(() -> !asked.carrying().isEmpty());

            lab.agent("b", "kill");

            if (command.equals("stats")) {
                await().atMost(SOON).until(() -> run.errSoFar().contains("herd: node b: "));
            } else {
                var ended = run.await();
                assertThat(ended.err()).contains("web on b: ").contains("connection");
                assertThat(ended.exit()).isEqualTo(3);
            }
        }
        await().atMost(SOON).until(() -> asked.carrying().isEmpty());
        // A command that reads sees the end of its input.
        await().atMost(SOON).until(() -> !processes().contains(" cat"));
    }

    private void awaitNothing(long before) {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    assertThat(processes()).doesNotContain("4711");
                    assertThat(asked.carrying()).isEmpty();
                    assertThat(owner.carrying()).isEmpty();
                    // One may be new between the agents themselves.
                    assertThat(asked.sockets() + owner.sockets()).isLessThanOrEqualTo(before + 1);
                });
    }

    private <T> T withoutGrowing(Callable<T> work) throws Exception {
        asked.forgetPeak();
        owner.forgetPeak();
        long before = Math.max(asked.peak(), owner.peak());
        var result = work.call();
        assertThat(asked.peak() - before).isLessThan(RUBBISH);
        assertThat(owner.peak() - before).isLessThan(RUBBISH);
        return result;
    }

    private Path large() throws IOException {
        var file = directory.resolve("large");
        var random = new Random(7);
        var piece = new byte[1 << 20];
        try (var to = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (long left = GIBIBYTE; left > 0; left -= piece.length) {
                random.nextBytes(piece);
                to.write(piece);
            }
        }
        return file;
    }

    /**
     * The packaged herd, asking host a's agent.
     *
     * @param line as bash reads it
     */
    private Run herd(String line) {
        return Run.start(
                Map.of("HERD_SOCKET", lab.agentSocket("a").toString()),
                "bash",
                "-c",
                "exec %s %s".formatted(lab.herd(), line));
    }

    /** The same with so little memory that it could hold nothing of what flows. */
    private Run.Ended smallHerd(String line) {
        return Run.start(
                        Map.of(
                                "HERD_SOCKET",
                                lab.agentSocket("a").toString(),
                                "JDK_JAVA_OPTIONS",
                                "-Xmx32m"),
                        "bash",
                        "-c",
                        "set -o pipefail; %s %s".formatted(lab.herd(), line))
                .await(Duration.ofMinutes(3))
                .succeeded();
    }

    private String processes() {
        return lab.docker("b", "top", "web").out();
    }
}
