package io.herd.cli.e2e;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.manual.Example;
import io.herd.cli.manual.Example.Step;
import io.herd.cli.manual.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the manual does what it says, in a shell on the lab's first host. */
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class ExamplesIT {

    private static final Path EXAMPLES = Path.of("src/main/examples");
    // Seconds. Whatever an example leaves behind ends with it.
    private static final String LONGEST = "50";

    private final Lab lab;

    ExamplesIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void removeAllContainers() {
        lab.removeAllContainers();
    }

    private void nodesAsTheyWere() {
        lab.ask("node", "register", "a", "b", "c").succeeded();
        lab.ask("node", "update", "--label-rm", "zone", "--label-rm", "area", "b").succeeded();
    }

    /** How a command gets to the herd. */
    enum Way {
        JOINED,
        BY_THE_AGENT;

        // These examples begin where there is no agent.
        boolean leadsTo(Path command) {
            var name = command.toString();
            return this == JOINED || !(name.equals("agent.txt") || name.startsWith("keep-"));
        }
    }

    // One way after the other: an example's events of the last minute are not those of another run.
    static Stream<Arguments> commands() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            var all = files.map(Path::getFileName).sorted().toList();
            return Stream.of(Way.values())
                    .flatMap(way ->
                            all.stream().filter(way::leadsTo).map(file -> Arguments.of(file, way)));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itDoesWhatItSays(Path command, Way way, @TempDir Path directory) throws Exception {
        try {
            // Whatever is not the example itself goes the cheaper way.
            var preparing = Way.BY_THE_AGENT.leadsTo(command) ? Way.BY_THE_AGENT : way;
            for (var example : Examples.read(EXAMPLES.resolve(command))) {
                run(example, preparing, way, Files.createTempDirectory(directory, "example"));
            }
        } finally {
            if (command.toString().startsWith("node-")) {
                nodesAsTheyWere();
            }
        }
    }

    private void run(Example example, Way preparing, Way way, Path directory) throws IOException {
        var steps = example.steps();
        var lines =
                IntStream.range(0, steps.size()).mapToObj(i -> line(i, steps.get(i), preparing));
        var script =
                Files.writeString(
                        directory.resolve("script"),
                        surroundings(way, directory) + lines.collect(joining()));
        lab.startOn("a", "timeout", "-k", "2", LONGEST, "bash", script.toString()).await();
        for (int i = 0; i < steps.size(); i++) {
            check(steps.get(i), directory.resolve(Integer.toString(i)), example.title());
        }
    }

    private String surroundings(Way way, Path directory) {
        return """
        trap 'kill $(jobs -p) 2>/dev/null' EXIT
        cd %s
        export HOME=$PWD PATH=%s:$PATH DOCKER_HOST=%s
        mkfifo silent && exec 9<>silent
        %s
        """
                .formatted(
                        directory, lab.herd().getParent(), "unix://" + lab.socket("a"), lead(way));
    }

    private String lead(Way way) {
        return switch (way) {
            case JOINED -> "";
            case BY_THE_AGENT ->
                    "unset HERD_JOIN HERD_KEY; export HERD_SOCKET=%s; "
                            .formatted(lab.agentSocket("a"));
        };
    }

    // A terminal whose input ends is told so, and what runs in it may still echo that.
    private String line(int number, Step step, Way preparing) {
        var command =
                !step.shown() && step.command().startsWith("herd ")
                        ? "(%s%s)".formatted(lead(preparing), step.command())
                        : step.command();
        var input = step.command().startsWith("script ") ? "<&9" : "</dev/null";
        return "eval '%s' >%d.out 2>&1 %s; echo $? >%d.exit\n"
                .formatted(command.replace("'", "'\\''"), number, input, number);
    }

    private static void check(Step step, Path files, String title) throws IOException {
        var printed = Files.readString(Path.of(files + ".out"));
        var what = title + ": " + step.command() + "\n" + printed;
        assertThat(Files.readString(Path.of(files + ".exit")).strip())
                .as(what)
                .isEqualTo(Integer.toString(step.exit()));
        assertThat(step.output().isEmpty() || Likeness.of(step.output(), printed))
                .as(what)
                .isTrue();
    }
}
