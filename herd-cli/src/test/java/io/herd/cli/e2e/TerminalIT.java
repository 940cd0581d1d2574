package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herd.cli.render.PaintedTerminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees who sits at a terminal, here a pseudo-terminal of script(1). */
@ExtendWith(Lab.Up.class)
class TerminalIT {

    private static final String CREATE = "container create --template test --start -n ";

    @TempDir Path directory;

    private final Lab lab;

    TerminalIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void removeAllContainers() {
        lab.removeAllContainers();
    }

    @Test
    void aTableIsAsWideAsTheTerminal() {
        lab.herd("container", "create", "--image", "busybox", "--name", "web", "sleep", "123456789")
                .succeeded();

        assertThat(shown(200, atTerminal(200, "ps -a"))).contains("\"sleep 123456789\"");
        assertThat(shown(80, atTerminal(80, "ps -a")).lines())
                .hasSize(2)
                .allMatch(line -> line.length() <= 80)
                .last(InstanceOfAssertFactories.STRING)
                .contains("\"sleep 123", "web");
    }

    @Test
    void aLongCreationShowsHowFarItIsAndLeavesNothingButItsResult() {
        var created = atTerminal(80, CREATE + 12).succeeded();

        assertThat(created.out()).containsPattern("creating: [0-9]+ of 12");
        assertThat(shown(80, created).lines())
                .hasSize(13)
                .allMatch(
                        line -> line.matches("[0-9a-f]{64}|herd: created 4 on a, 4 on b, 4 on c"));
    }

    @Test
    void aFileGetsTheResultAndTheTerminalWhatIsBesideIt() throws Exception {
        var ids = directory.resolve("ids");

        var created = atTerminal(80, CREATE + "12 >" + ids).succeeded();

        assertThat(created.out()).containsPattern("creating: [0-9]+ of 12");
        assertThat(shown(80, created)).isEqualTo("herd: created 4 on a, 4 on b, 4 on c\n");
        assertThat(ids).content().matches("([0-9a-f]{64}\n){12}");
    }

    @Test
    void aScriptHearsNothingOfIt() {
        var created = lab.herd((CREATE + 12).split(" ")).succeeded();

        assertThat(created.err()).isEqualTo("herd: created 4 on a, 4 on b, 4 on c\n");
    }

    @Test
    void whoeverStopsItGetsACleanTerminalBack() throws Exception {
        lab.daemon("b", "freeze");
        var pid = directory.resolve("pid");
        try (var run = lab.startAtTerminal(80, "image pull nowhere.test/herd", pid)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            run.outSoFar().contains("0 of 3, 2 failed (a failed, b …, c failed)"));

            lab.interrupt(Files.readString(pid).strip());
            var stopped = run.await();

            assertThat(stopped.exit()).isEqualTo(130);
            assertThat(shown(80, stopped)).isBlank();
        } finally {
            lab.daemon("b", "thaw");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP", "USR1"})
    void aSignalIsTheContainersAlsoWhereItHasATerminal(String signal) throws Exception {
        var pid = directory.resolve("pid");
        var script =
                "trap 'echo got %s; exit 3' %s; echo ready; while true; do sleep 0.1; done"
                        .formatted(signal, signal);
        try (var run =
                lab.startAtTerminal(80, "run -it --rm busybox sh -c \"" + script + "\"", pid)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> run.outSoFar().contains("ready"));

            Run.start(Map.of(), "kill", "-" + signal, Files.readString(pid).strip())
                    .await()
                    .succeeded();
            var ended = run.await();

            assertThat(ended.out()).contains("got " + signal);
            assertThat(ended.exit()).isEqualTo(3);
        }
    }

    /** The JVM would print its threads; herd takes that from it while it runs on. */
    @ParameterizedTest
    @ValueSource(strings = {"-it", ""})
    void aQuitIsTheContainersToo(String terminal) throws Exception {
        var pid = directory.resolve("pid");
        var script =
                "trap 'echo got QUIT; exit 3' QUIT; echo ready; while true; do sleep 0.1; done";
        var line = "run %s --rm busybox sh -c \"%s\"".formatted(terminal, script);
        try (var run = lab.startAtTerminal(80, line, pid)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> run.outSoFar().contains("ready"));
            var process = Files.readString(pid).strip();

            await().pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        Run.start(Map.of(), "kill", "-QUIT", process).await();
                        return run.outSoFar().contains("got QUIT");
                    });

            assertThat(run.await().exit()).isEqualTo(3);
        }
    }

    @Test
    void aQuitLeavesACommandInAContainer() throws Exception {
        var pid = directory.resolve("pid");
        lab.docker("b", "run", "-d", "--name", "quiet", "busybox", "sleep", "1000").succeeded();
        try (var run = lab.startAtTerminal(80, "exec quiet sh -c \"echo ready; sleep 60\"", pid)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> run.outSoFar().contains("ready"));
            var process = Files.readString(pid).strip();

            await().pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        Run.start(Map.of(), "kill", "-QUIT", process).await();
                        return !run.alive();
                    });

            assertThat(run.await().exit()).isEqualTo(130);
        } finally {
            lab.docker("b", "rm", "-f", "quiet").succeeded();
        }
    }

    @Test
    void theKeysOfDockersConfigurationLeaveAContainerRunning() throws Exception {
        Files.writeString(directory.resolve("config.json"), "{\"detachKeys\": \"ctrl-a,q\"}");
        try (var run =
                lab.type(
                        Map.of("DOCKER_CONFIG", directory.toString()),
                        "run -it --name left --node a busybox sh -c 'echo ready; cat'")) {
            run.shows("ready");
            run.type("\u0001q");
            run.exit();
        }

        assertThat(lab.docker("a", "ps", "--format", "{{.Names}}").lines()).containsExactly("left");
    }

    private Run.Ended atTerminal(int columns, String arguments) {
        return lab.startAtTerminal(columns, arguments, directory.resolve("pid")).await();
    }

    private static String shown(int columns, Run.Ended run) {
        return new PaintedTerminal(columns).write(run.out()).picture();
    }
}
