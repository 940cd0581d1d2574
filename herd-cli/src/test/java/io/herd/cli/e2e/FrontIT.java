package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that the agent of its host runs, and the same command in a process of its own. */
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class FrontIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String FRONT = "io.herd.cli.front.Front";

    @TempDir Path directory;

    private final Lab lab;

    FrontIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeAll
    void web() {
        lab.up();
        lab.startTicking("b", "web");
        lab.docker("c", "create", "--name", "idle", "busybox").succeeded();
    }

    @AfterAll
    void mend() {
        lab.mend();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "--version",
                "help ps",
                "container create --help",
                "ps",
                "ps -a",
                "ps -aq",
                "ps --json",
                "ps -a --format 'table {{.Names}}\\t{{.Node}}'",
                "ps --filter nonsense=1",
                "images",
                "images --digests --no-trunc",
                "node ls",
                "node inspect a",
                "node inspect nobody",
                "inspect web idle nobody",
                "inspect -f '{{.State.Status}} {{json .Config.Cmd}}' web",
                "top idle",
                "port web",
                "diff idle",
                "logs idle",
                "logs nobody",
                "volume ls",
                "network ls --node a,c",
                "info --node nobody",
                "doctor --node nobody",
                "template ls",
                "template show test",
                "template show nobody",
                "create --template test --dry-run -n 4",
                "create --dry-run busybox",
                "create --raw nowhere.json",
                "stop nobody",
                "rm -f nobody",
                "exec nobody ls",
                "exec web sh -c 'echo out; echo err >&2; exit 5'",
                "exec -t web sh -c 'tty >/dev/null && echo a terminal'",
                "exec --all echo ticking",
                "exec web no-such-program",
                "exec idle true",
                "foo",
                "ps --nonsense",
                "container",
                "container prune",
                "completion bash",
                "ps --key nowhere",
                "ps --config nowhere.json",
                "ps --cluster other",
                "ps --deadline 0",
            })
    void bothSayTheSame(String line) {
        var arguments = "herd() { \"$0\" \"$@\"; }; herd " + line;

        await().atMost(SOON)
                .untilAsserted(() -> {
                    var own = bash(arguments, Map.of("HERD_FRONT", "off"));
                    var run = bash(arguments, Map.of());

                    assertThat(told(run)).isEqualTo(told(own));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"$0\" ps -a >/dev/full",
                "\"$0\" logs web >/dev/full",
                "\"$0\" ps --json >/dev/full",
                "\"$0\" ps -a >&-",
                "\"$0\" --help | head -n 1",
                "\"$0\" logs -f web | head -n 2; echo ${PIPESTATUS[0]}",
                "\"$0\" exec web echo out >/dev/full",
                "\"$0\" exec web sh -c 'yes | head -c 3000000' | sha256sum",
                "\"$0\" exec web yes | head -n 1; echo ${PIPESTATUS[0]}",
                "echo in | \"$0\" exec -i web cat",
                "\"$0\" events --since 1h --until 0s | head -n 1; echo ${PIPESTATUS[0]}",
                "printf 'é\\xff' >bad; \"$0\" inspect \"$(cat bad)\"",
                "\"$0\" inspect 'web é\"\\'",
                "script -qefc \"stty cols 60; $0 ps -a\" /dev/null",
                "NO_COLOR=1 script -qefc \"stty cols 100; $0 node ls\" /dev/null",
                "printf 'n\\n' | script -qefc \"$0 container prune\" /dev/null | tail -n 1",
            })
    void theyEndTheSame(String script) {
        await().atMost(SOON)
                .untilAsserted(() -> {
                    var own = bash("cd " + directory + "; " + script, Map.of("HERD_FRONT", "off"));
                    var run = bash("cd " + directory + "; " + script, Map.of());

                    assertThat(told(run)).isEqualTo(told(own));
                });
    }

    private static String told(Run.Ended ended) {
        return ended.exit() + "\n" + ended.out() + "\n" + ended.err();
    }

    @Test
    void itIsTheAgentThatRunsTheCommand() throws IOException {
        var logs = Run.start(beside(), lab.herd().toString(), "logs", "-f", "web");
        try (logs) {
            await().atMost(SOON).until(() -> logs.outSoFar().contains("tick"));

            assertThat(Files.readString(Path.of("/proc/" + logs.pid() + "/cmdline")))
                    .contains(FRONT);
            assertThat(commands()).isEqualTo(1);
        }
        await().atMost(SOON).until(() -> commands() == 0);
    }

    @Test
    void ctrlCEndsItHereAndThere() {
        var logs =
                Run.start(
                        beside(),
                        "script",
                        "-qefc",
                        "exec " + lab.herd() + " logs -f web",
                        "/dev/null");
        await().atMost(SOON).until(() -> logs.outSoFar().contains("tick"));
        Run.start(Map.of(), "pkill", "-INT", "-P", Long.toString(logs.pid())).await();

        assertThat(logs.await().exit()).isEqualTo(130);
        await().atMost(SOON).until(() -> commands() == 0);
    }

    // The JVM would print its threads.
    @Test
    void aQuitLeavesACommandInAContainer() throws IOException {
        var exec =
                Run.start(
                        beside(),
                        lab.herd().toString(),
                        "exec",
                        "web",
                        "sh",
                        "-c",
                        "echo ready; sleep 60");
        await().atMost(SOON).until(() -> exec.outSoFar().contains("ready"));
        assertThat(Files.readString(Path.of("/proc/" + exec.pid() + "/cmdline"))).contains(FRONT);
        // It is taken within the first second.
        await().atMost(SOON)
                .pollDelay(Duration.ofSeconds(1))
                .until(() -> {
                    Run.start(Map.of(), "kill", "-QUIT", Long.toString(exec.pid())).await();
                    return !exec.alive();
                });

        var ended = exec.await();
        assertThat(ended.exit()).isEqualTo(130);
        assertThat(ended.out()).isEqualTo("ready\n");
        await().atMost(SOON).until(() -> commands() == 0);
    }

    @Test
    void whoeverIsKilledLeavesNothingBehind() throws IOException {
        var logs = Run.start(beside(), lab.herd().toString(), "logs", "-f", "web");
        await().atMost(SOON).until(() -> logs.outSoFar().contains("tick"));
        Run.start(Map.of(), "kill", "-KILL", Long.toString(logs.pid())).await();
        logs.await();

        await().atMost(SOON).until(() -> commands() == 0);
    }

    @Test
    void whatTheAgentDeclinesBecomesTheWholeProgramInTheSameProcess() throws IOException {
        // Were it not for the config file, the launcher would not think of asking.
        Files.writeString(directory.resolve("herd.json"), "{}");
        var events =
                Run.start(
                        beside(),
                        lab.herd().toString(),
                        "events",
                        "--config",
                        directory.resolve("herd.json").toString());
        try (events) {
            var line = Path.of("/proc/" + events.pid() + "/cmdline");
            await().atMost(SOON).until(() -> Files.readString(line).contains("io.herd.cli.Main"));
            await().atMost(SOON).until(() -> Files.readString(line).contains("events"));
        }
    }

    @Test
    void fiftyAtOnceAreAllAnswered() {
        var runs =
                IntStream.range(0, 50)
                        .mapToObj(
                                _ -> Run.start(beside(), lab.herd().toString(), "node", "ls", "-q"))
                        .toList();

        for (var run : runs) {
            assertThat(run.await().succeeded().lines()).containsExactly("a", "b", "c");
        }
    }

    @Test
    void aFrozenAgentKeepsNobodyWaiting() {
        lab.freeze("a");
        try {
            var asked = Run.start(beside(), lab.herd().toString(), "node", "ls").await();

            assertThat(asked.exit()).isNotZero();
            assertThat(asked.took()).isLessThan(Duration.ofSeconds(20));
        } finally {
            lab.mend();
            web();
        }
    }

    // Its threads are named.
    private long commands() throws IOException {
        var pid = lab.agent("a", "pid").out().strip();
        try (var tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return tasks.filter(task -> name(task).equals("herd-command")).count();
        }
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private Map<String, String> beside() {
        return Map.of("HERD_SOCKET", lab.agentSocket("a").toString());
    }

    private Run.Ended bash(String script, Map<String, String> more) {
        var all = new HashMap<>(beside());
        all.putAll(more);
        return Run.start(all, "bash", "-c", script, lab.herd().toString()).await();
    }
}
