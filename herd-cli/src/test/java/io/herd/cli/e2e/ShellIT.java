package io.herd.cli.e2e;

import static io.herd.cli.e2e.Typing.CTRL_BACKSLASH;
import static io.herd.cli.e2e.Typing.CTRL_C;
import static io.herd.cli.e2e.Typing.CTRL_D;
import static io.herd.cli.e2e.Typing.ENTER;
import static io.herd.cli.e2e.Typing.RIGHT;
import static io.herd.cli.e2e.Typing.TAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell, at a terminal and in a pipe. */
@ExtendWith(Lab.Up.class)
class ShellIT {

    private static final List<String> HOSTS = List.of("a", "b", "c");
    private static final Duration LONG = Duration.ofSeconds(40);

    @TempDir Path state;

    private final Lab lab;

    ShellIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void aContainerThatTalks() {
        lab.up();
        lab.ask(
                        "container",
                        "create",
                        "--image",
                        "busybox",
                        "--name",
                        "web",
                        "--node",
                        "b",
                        "--start",
                        "--",
                        "sh",
                        "-c",
                        "trap exit TERM; while :; do echo tick; sleep 1; done")
                .succeeded();
    }

    @AfterEach
    void removeAllContainers() {
        lab.up();
        lab.removeAllContainers();
    }

    @Test
    void theNameOfAContainerIsCompletedFromTheLiveHerd() {
        try (var shell = shell()) {
            shell.type("container rest" + TAB);
            shell.shows("container restart ");
            shell.type("-t 0 w" + TAB);
            shell.shows("web ");
            shell.type(ENTER);
            shell.shows("web\r\n");
            shell.shows("herd 3/3> ");

            shell.type("ps --node " + TAB);
            shell.shows("c");
            assertThat(shell.shown()).containsSubsequence("a", "b", "c");
        }
    }

    @Test
    void aLineIsCompletedRecalledDroppedAndJoinedToAnother() {
        try (var shell = shell()) {
            shell.type("container st" + TAB);
            shell.shows("(Start ");
            shell.type(CTRL_C);
            shell.shows("herd 3/3> ");

            shell.type("node ls -q && no" + ENTER);
            shell.shows("unknown command 'no'");
            assertThat(shell.shown()).contains("a\r\nb\r\nc\r\n");
            shell.shows("herd 3/3 [2]> ");
            shell.type("nope || node ls -q; version" + ENTER);
            shell.shows("c\r\nherd 0.");
            shell.shows("herd 3/3> ");

            shell.type("volume ls -q" + ENTER);
            shell.shows("herd 3/3> ");
            shell.type("v");
            shell.shows("olume ls -q");
            shell.type(RIGHT + "x" + ENTER);
            shell.shows("herd 3/3 [2]> ");

            shell.type("ps | grep web" + ENTER);
            shell.shows("herd 3/3 [2]> ");
            shell.type("history" + ENTER);
            shell.shows("    4  volume ls -qx\r\n    5  ps | grep web\r\n    6  history\r\n");
            shell.shows("herd 3/3> ");
            shell.type("clear" + ENTER);
            shell.shows("herd 3/3> ");
        }
    }

    @Test
    void ctrlCEndsACommandAndNotTheShell() {
        try (var shell = shell()) {
            shell.type("logs -f web" + ENTER);
            shell.shows("tick\r\ntick");
            shell.type(CTRL_C);
            shell.shows("herd 3/3 [130]> ");

            shell.type("logs -f web b/web" + ENTER);
            shell.shows("tick\r\nweb ");
            shell.type(CTRL_C);
            shell.shows("herd 3/3 [130]> ");

            shell.type("events --since 1m" + ENTER);
            shell.shows("container start ");
            shell.type(CTRL_C);
            shell.shows("herd 3/3 [130]> ");
            assertThat(shell.shown()).doesNotContain("broke");

            shell.type("never run" + CTRL_C);
            shell.shows("herd 3/3 [130]> ");

            shell.type("container wait web" + ENTER);
            shell.shows("wait web");
            shell.type(CTRL_C);
            shell.shows("herd 3/3 [130]> ");

            shell.type("node ls -q" + ENTER);
            shell.shows("a\r\nb\r\nc\r\n");
            shell.shows("herd 3/3> ");
            shell.type(CTRL_D);
            assertThat(shell.exit()).isZero();
        }
    }

    @Test
    void ctrlBackslashLeavesACommandInAContainer() {
        try (var shell = shell()) {
            shell.type("exec web sh -c 'echo ready; sleep 60'" + ENTER);
            shell.shows("\nready");

            // Not at once: until herd has taken the signal, it is the JVM's.
            await().pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        boolean left = shell.shown().contains("herd 3/3 [130]> ");
                        if (!left) {
                            shell.type(CTRL_BACKSLASH);
                        }
                        return left;
                    });
        }
    }

    @Test
    void aTerminalInAContainerHasTheKeysUntilItEnds() {
        try (var shell = shell()) {
            shell.type("exec -it web sh" + ENTER);
            shell.shows("/ # ");
            shell.type("stty size; sleep 100" + ENTER);
            shell.shows("30 120");
            // This one is for the sleep in the container.
            shell.type(CTRL_C);
            shell.shows("/ # ");
            shell.type("exit 7" + ENTER);
            shell.shows("herd 3/3 [7]> ");

            shell.type("exec -i web cat" + ENTER);
            shell.shows("cat");
            shell.type("meow" + ENTER);
            shell.shows("meow\r\nmeow\r\n");
            shell.type(CTRL_D);
            shell.shows("herd 3/3> ");

            // Nobody has taken the first of these keys.
            shell.type("version" + ENTER);
            shell.shows("version");
            shell.shows("herd 3/3> ");
        }
    }

    @Test
    void aQuestionIsAnsweredAtTheShellsOwnTerminal() {
        lab.ask("container", "kill", "web").succeeded();
        try (var shell = shell()) {
            shell.type("container prune" + ENTER);
            shell.shows("Go on? [y/N] ");
            shell.type("n" + ENTER);
            shell.shows("herd 3/3> ");
            shell.type("container prune" + ENTER);
            shell.shows("Go on? [y/N] ");
            shell.type(CTRL_C);
            shell.shows("herd 3/3 [130]> ");
            assertThat(lab.ask("ps", "-aq").lines()).hasSize(1);

            shell.type("container prune" + ENTER);
            shell.shows("Go on? [y/N] ");
            shell.type("y" + ENTER);
            shell.shows("herd 3/3> ");
            assertThat(lab.ask("ps", "-aq").lines()).isEmpty();
        }
    }

    @Test
    void whatIsWatchedIsPaintedAgainAndAgain() {
        try (var shell = shell()) {
            shell.type("watch -n 0.5 ps --format '{{.Names}} {{.State}}'" + ENTER);
            shell.shows("web running");
            lab.docker("b", "pause", "web").succeeded();
            shell.shows("web paused");
            shell.type("q");
            shell.shows("herd 3/3> ");
        }
    }

    @Test
    void aHerdThatIsLostIsSaidToBeAndAlsoWhenItIsBack() {
        try (var shell = shell()) {
            shell.type("node ls -q");
            HOSTS.forEach(host -> lab.agent(host, "kill"));
            shell.shows("herd: the herd is lost, and is looked for: no agent of the herd 'herd'");
            shell.type(ENTER);
            shell.shows("herd: no agent of the herd 'herd' answers at ");
            shell.shows("herd 0/3 [5]> ");

            lab.up();

            shell.shows("herd: the herd is back: ");
            shell.type("node ls -q" + ENTER);
            shell.shows("herd 3/3> ");
        }
    }

    @Test
    void aShellThatWasStoppedForAWhileSeesWhatHasChangedSince() {
        try (var shell = shell()) {
            shell.freeze();
            // Long enough for the agents to put it out of the herd, which this one does not hear
            // of.
            lab.agent("c", "stop");
            await().pollDelay(Duration.ofSeconds(12)).atMost(LONG).until(() -> true);
            shell.thaw();

            lab.agent("c", "start");

            await().atMost(LONG)
                    .untilAsserted(() -> {
                        shell.type("node ls -q" + ENTER);
                        shell.shows("> ");
                        assertThat(shell.shown()).contains("a\r\nb\r\nc\r\n");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xterm-256color", "tmux-256color", "of-nobody-knows-what", "dumb", ""})
    void noKindOfTerminalIsComplainedAbout(String term) {
        try (var shell =
                lab.type(Map.of("TERM", term, "XDG_STATE_HOME", state.toString()), "shell")) {
            shell.shows("herd 3/3> ");
            assertThat(shell.shown().lines().filter(line -> !line.isBlank()))
                    .first()
                    .isEqualTo("'help' shows all commands, Tab completes, Ctrl-D leaves.");
            assertThat(shell.shown()).doesNotContainIgnoringCase("warn", "exception", "jline");
            shell.type("version" + ENTER);
            shell.shows("\nherd 0.");
            shell.type("exit" + ENTER);
            assertThat(shell.exit()).isZero();
        }
    }

    @Test
    void linesAreThereTheNextTimeForTheirOwnerAlone() throws Exception {
        try (var shell = shell()) {
            shell.type("node ls -q" + ENTER + " ps -q" + ENTER);
            shell.shows("herd 3/3> ");
            shell.type("exec -e PASSWORD=secret web sh -c 'echo $PASSWORD'" + ENTER);
            shell.shows("\nsecret");
            shell.type("exit" + ENTER);
            shell.exit();
        }
        var history = state.resolve("herd/history");

        assertThat(history).content().isEqualTo("node ls -q\nexit\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void aScriptIsRunLineByLineAndEndsWithTheLastStatus() {
        var ran =
                lab.bash(
                        """
                        "$0" shell <<'END'
                        # of no consequence
                        nope
                        herd ps --format '{{.Names}} \\
                        {{.Node}}'
                        exec -i web sh -c 'echo "in $(hostname)"; cat'
                        container stop none
                        END
                        """);

        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.lines()).hasSize(3).last().asString().startsWith("in ");
        assertThat(ran.out()).startsWith("web \\\nb\n");
        assertThat(ran.err().lines())
                .containsExactly(
                        "herd: unknown command 'nope' for 'herd'",
                        "      did you mean 'herd node'? Or see 'herd --help'",
                        "herd: no such container: none",
                        "      see 'herd container ls -a'");
    }

    private Typing shell() {
        var shell =
                lab.type(
                        Map.of("TERM", "xterm-256color", "XDG_STATE_HOME", state.toString()),
                        "shell");
        shell.shows("herd 3/3> ");
        return shell;
    }
}
