package io.herd.cli.e2e;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever follows the tutorial sees what it shows, from the moment there are three hosts. */
@ExtendWith(Lab.Up.class)
class TutorialIT {

    private static final Path TUTORIAL = Path.of("../docs/tutorial.md");
    private static final Duration SOON = Duration.ofSeconds(30);
    // Seconds; what goes on until Ctrl-C is ended so.
    private static final String LONGEST = "5";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\\n(.*?)^```$");

    private final Lab lab;

    TutorialIT(Lab lab) {
        this.lab = lab;
    }

    /** A command and the lines that it prints. */
    private record Step(String command, List<String> shown) {}

    /**
     * Agents that remember nothing of what other tests have asked them about each other, and what
     * was given on its hosts by the part that cannot be followed here.
     */
    @BeforeEach
    void freshAgentsAndAFastDisk() {
        Lab.HOSTS.forEach(host -> lab.agent(host, "restart"));
        lab.up();
        lab.ask("node", "update", "--label-add", "disk=ssd", "b").succeeded();
    }

    @AfterEach
    void everythingAsItWas() throws IOException {
        lab.daemon("b", "start");
        lab.daemon("c", "start");
        lab.restart("a", "");
        Files.deleteIfExists(users());
        lab.mend();
        for (var node : Lab.HOSTS) {
            lab.ask("node", "update", "--label-rm", "disk", "--label-rm", "zone", node).succeeded();
        }
    }

    @Test
    void itShowsWhatIsPrinted() throws Exception {
        follow("Look around");
        follow("Create from a template");
        follow("Work with them");
        follow("Take a host out of the pool");
        follow("Labels and constraints");
        var afterwards = blocks("When a host dies");
        lab.daemon("b", "stop");
        lab.agent("b", "kill");
        await().atMost(SOON).until(() -> lab.ask("node", "ls").out().contains("gone"));
        follow(afterwards.get(0));
        lab.daemon("c", "stop");
        follow(afterwards.get(1));
        lab.daemon("b", "start");
        lab.daemon("c", "start");
        lab.up();
        await().atMost(SOON).until(() -> !lab.ask("node", "ls").out().contains("down"));
        follow(afterwards.get(2));
        follow("By HTTP");
        lab.restart("a", "--users " + users());
        follow("Users");
        follow("Clean up");
    }

    private Path users() {
        return lab.audit().resolveSibling("users.json");
    }

    private void follow(String section) throws IOException {
        for (var block : blocks(section)) {
            follow(block);
        }
    }

    private void follow(List<Step> block) {
        for (var step : block) {
            var command =
                    step.command().contains(" -f ")
                            ? "timeout " + LONGEST + " " + step.command()
                            : step.command();
            var ran =
                    lab.startOn(
                                    "a",
                                    "bash",
                                    "-c",
                                    "export PATH=%s:$PATH HERD_USERS=%s; { %s; } 2>&1"
                                            .formatted(lab.herd().getParent(), users(), command))
                            .await();
            assertThat(essence(ran.lines()))
                    .as("$ %s%n%s", command, ran.out())
                    .isEqualTo(essence(step.shown()));
        }
    }

    private static List<List<Step>> blocks(String section) throws IOException {
        var text =
                Arrays.stream(Files.readString(TUTORIAL).split("(?m)^## "))
                        .filter(it -> it.startsWith(section + "\n"))
                        .findFirst()
                        .orElseThrow();
        return BLOCK.matcher(text).results().map(block -> steps(block.group(1))).toList();
    }

    private static List<Step> steps(String block) {
        var steps = new ArrayList<Step>();
        block.lines()
                .forEach(line -> {
                    if (line.startsWith("$ ")) {
                        steps.add(new Step(line.substring(2), new ArrayList<>()));
                    } else {
                        steps.getLast().shown().add(line);
                    }
                });
        return steps;
    }

    /**
     * The lines without what is another each time: ids, numbers, times, blanks, and their order.
     */
    private static Set<String> essence(List<String> lines) {
        return lines.stream()
                .map(line ->
                        line.replaceAll("\\b[0-9a-f]{12,64}\\b…?", "ID")
                                .replaceAll(
                                        "Less than a second|About an? (minute|hour)|[0-9]+ (second|minute|hour)s?",
                                        "TIME")
                                .replaceAll(
                                        "\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\\b.*? (GMT|UTC 20..)",
                                        "DATE")
                                .replaceAll("(Docker daemon at) .*", "$1")
                                .replaceAll("(\"dockerInstance\":)\"[abc]\"", "$1")
                                .replaceAll("[0-9]+", "N")
                                .replaceAll(" +", " ")
                                .strip())
                .collect(toCollection(TreeSet::new));
    }
}
