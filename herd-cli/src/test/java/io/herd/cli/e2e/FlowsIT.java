package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on between a command and containers anywhere: exec, logs, events. */
@ExtendWith(Lab.Up.class)
class FlowsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path directory;

    private final Lab lab;

    FlowsIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void removeAllContainers() {
        lab.removeAllContainers();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommandRunsInAContainerOfAnyHostAndItsExitCodeIsOurs(boolean bySocket) {
        run("b", "web", "sleep", "1000");

        var ran =
                herd(
                        bySocket,
                        "exec",
                        "-e",
                        "NAME=jane",
                        "-w",
                        "/tmp",
                        "web",
                        "sh",
                        "-c",
                        "echo $NAME in $PWD; echo oh >&2; exit 7");

        assertThat(ran.out()).isEqualTo("jane in /tmp\n");
        assertThat(ran.err()).isEqualTo("oh\n");
        assertThat(ran.exit()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsPipedThroughAContainerComesBackToTheLastByte(boolean bySocket) throws Exception {
        run("c", "web", "sleep", "1000");
        var sent = new byte[20_000_000];
        new Random(7).nextBytes(sent);
        var there = Files.write(directory.resolve("there"), sent);
        var back = directory.resolve("back");

        lab.startOn(
                        "a",
                        "bash",
                        "-c",
                        "%s %s exec -i web cat <%s >%s"
                                .formatted(
                                        bySocket ? "HERD_SOCKET=" + lab.agentSocket("a") : "",
                                        lab.herd(),
                                        there,
                                        back))
                .await()
                .succeeded();

        assertThat(Files.mismatch(there, back)).isEqualTo(-1);
    }

    @Test
    void aCommandWhoseCallerIsKilledIsEnded() {
        run("b", "web", "sleep", "1000");
        try (var _ = lab.start("exec", "web", "sleep", "4711")) {
            await().atMost(SOON).until(() -> processes("b", "web").contains("sleep 4711"));
        }
        // The end of the block has killed the caller.
        await().atMost(SOON).until(() -> !processes("b", "web").contains("sleep 4711"));
    }

    @Test
    void logsOfSeveralContainersSayWhoseLineItIs() {
        run("a", "web", "echo", "hello");
        run("b", "db", "sh", "-c", "echo one; echo two");

        assertThat(lab.ask("logs", "web").succeeded().out()).isEqualTo("hello\n");
        assertThat(lab.ask("logs", "-n", "1", "web", "db").succeeded().lines())
                .containsExactlyInAnyOrder("web | hello", "db  | two");
    }

    @Test
    void aLogIsFollowedUntilItsContainerEnds() {
        run("c", "web", "sh", "-c", "for i in 1 2 3; do echo $i; sleep 1; done");

        assertThat(lab.ask("logs", "-f", "web").succeeded().lines()).containsExactly("1", "2", "3");
    }

    @Test
    void aLogThatIsNotThereDoesNotHoldUpTheOthers() {
        run("a", "web", "echo", "hello");

        var logs = lab.ask("logs", "web", "nosuch");

        assertThat(logs.out()).isEqualTo("web    | hello\n");
        assertThat(logs.err()).contains("no such container: nosuch");
        assertThat(logs.exit()).isEqualTo(4);
    }

    @Test
    void whatHappenedOnAllHostsIsToldInOneOrder() {
        var before = Long.toString(Instant.now().getEpochSecond());
        run("c", "first", "true");
        run("a", "second", "true");
        run("b", "third", "true");
        var after = Long.toString(Instant.now().getEpochSecond() + 1);

        var events =
                lab.ask(
                                "events",
                                "--since",
                                before,
                                "--until",
                                after,
                                "--filter",
                                "event=create",
                                "--format",
                                "{{.Action}} {{.Attribute \"name\"}} on {{.Node}}")
                        .succeeded();

        assertThat(events.lines())
                .containsSubsequence(
                        "create first on c", "create second on a", "create third on b");
    }

    @Test
    void statsGoOnWithADaemonThatIsRestarted() {
        lab.ask(
                        "run",
                        "-d",
                        "--restart=always",
                        "--stop-signal=KILL",
                        "--name=steady",
                        "--node=b",
                        "busybox",
                        "sleep",
                        "600")
                .succeeded();
        try (var stats = lab.start("stats", "--format", "{{.Name}} on {{.Node}}")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(stats.outSoFar()).contains("steady on b\n"));

            lab.daemon("b", "restart");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(stats.errSoFar()).contains("herd: node b: "));
            var before = stats.outSoFar().length();
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(stats.outSoFar().substring(before))
                                    .contains("steady on b\n"));
            stats.terminate();
        } finally {
            lab.mend();
        }
    }

    @Test
    void eventsBeginWithADaemonThatIsStartedLater() {
        lab.daemon("c", "stop");
        try (var events = lab.start("events", "--format", "{{.Action}} on {{.Node}}")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(events.errSoFar()).contains("herd: node c: "));

            lab.daemon("c", "start");
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(events.errSoFar()).contains("herd: node c has joined\n"));
            lab.ask("run", "-d", "--node=c", "busybox", "true").succeeded();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(events.outSoFar()).contains("create on c\n"));
            events.terminate();
        } finally {
            lab.mend();
        }
    }

    @Test
    void eventsGoOnWithANodeThatComesBackAndTellWhatHappenedMeanwhile() {
        try (var events =
                lab.start(
                        "events",
                        "--filter",
                        "event=create",
                        "--format",
                        "{{.Attribute \"name\"}} on {{.Node}}")) {
            var before = new AtomicInteger();
            await().atMost(SOON)
                    .untilAsserted(() -> {
                        run("c", "before-" + before.incrementAndGet(), "true");
                        assertThat(events.outSoFar()).contains("before-");
                    });

            lab.agent("c", "kill");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(events.errSoFar()).contains("herd: node c: "));
            lab.docker("c", "create", "--name", "meanwhile", "busybox", "true").succeeded();
            lab.up();
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(events.outSoFar()).contains("meanwhile on c\n"));
            run("c", "later", "true");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(events.outSoFar()).contains("later on c\n"));

            assertThat(events.errSoFar()).contains("herd: node c has joined\n");
            assertThat(events.outSoFar().lines()).doesNotHaveDuplicates();
        }
    }

    @Test
    void whoReadsOnlyTheFirstEventsIsNotComplainedTo() {
        run("a", "web", "true");
        run("b", "db", "true");

        var first =
                lab.startOn(
                                "a",
                                "bash",
                                "-c",
                                "set -o pipefail; %s events --since 1m --until 0s | head -n 1"
                                        .formatted(lab.herd()))
                        .await()
                        .succeeded();

        assertThat(first.lines()).hasSize(1);
        assertThat(first.err()).isEmpty();
    }

    /** As in a script's background, or under a runner that lives on. */
    @Test
    void whoIsStartedWithCtrlCIgnoredIgnoresIt() {
        run("b", "web", "sh", "-c", "while :; do echo tick; sleep 0.2; done");
        try (var logs =
                Run.start(
                        lab.environment(),
                        "bash",
                        "-c",
                        "trap '' INT; exec \"$0\" logs -f web",
                        lab.herd().toString())) {
            await().atMost(SOON).until(() -> logs.outSoFar().contains("tick"));

            lab.interrupt(Long.toString(logs.pid()));

            int before = logs.outSoFar().length();
            await().atMost(SOON).until(() -> logs.outSoFar().length() > before + 50);
            assertThat(logs.alive()).isTrue();
            logs.terminate();
        }
    }

    @Test
    void anInputThatCannotBeReadHasEnded() {
        run("b", "web", "sleep", "1000");

        var read = lab.bash("\"$0\" exec -i web sh -c 'cat; exit 7' </");

        assertThat(read.exit()).isEqualTo(7);
        assertThat(read.err()).isEqualTo("herd: cannot read standard input: Is a directory\n");
    }

    @Test
    void anArchiveThatCannotBeReadIsNoWholeOne() {
        run("b", "web", "sleep", "1000");

        var read = lab.bash("\"$0\" cp - web:/tmp </");

        assertThat(read.exit()).isEqualTo(1);
        assertThat(read.err()).isEqualTo("herd: cannot read standard input: Is a directory\n");
    }

    private Run.Ended herd(boolean bySocket, String... arguments) {
        return bySocket ? lab.ask(arguments) : lab.herd(arguments);
    }

    private void run(String host, String name, String... command) {
        var arguments = new ArrayList<>(List.of("run", "-d", "--name", name, "busybox"));
        arguments.addAll(List.of(command));
        lab.docker(host, arguments.toArray(String[]::new)).succeeded();
    }

    private String processes(String host, String container) {
        return lab.docker(host, "top", container).out();
    }
}
