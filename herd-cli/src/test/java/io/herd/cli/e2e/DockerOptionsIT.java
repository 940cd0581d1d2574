package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.command.Unattended;
import io.herd.cli.command.completion.CommandModelReader;
import io.herd.cli.manual.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each option of docker's {@code create} and {@code run} is one of herd's, or is left out for a
 * reason that the documentation names.
 */
class DockerOptionsIT {

    private static final Path PAGE = Path.of("../docs/comparison.md");
    private static final Pattern OPTION =
            Pattern.compile("(?m)^ +(?:(-[a-zA-Z]), +| {2,})(--[a-z0-9-]+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`-[^|]*) \\| [A-Z][^|]+\\. \\|$");
    private static final Pattern NAME = Pattern.compile("`(--?[a-z0-9-]+)`");

    /** Options of Docker 28, which the installed docker may be too old for. */
    private static final List<String> NEWER =
            List.of(
                    "--annotation",
                    "--cgroupns",
                    "--gpus",
                    "--health-start-interval",
                    "--platform",
                    "--pull",
                    "--quiet",
                    "--use-api-socket");

    @ParameterizedTest
    @ValueSource(strings = {"create", "run"})
    void eachIsAnOptionOfHerdOrStandsInTheListOfThoseLeftOut(String command) throws IOException {
        var left = new TreeSet<>(ofDocker(command));
        left.removeAll(ofHerd(command));

        assertThat(leftOut()).containsAll(left);
    }

    @Test
    void theListNamesExactlyThoseThatOneOfTheCommandsLacks() throws IOException {
        var left = new TreeSet<>(ofDocker("create"));
        left.removeAll(ofHerd("create"));
        var leftOfRun = new TreeSet<>(ofDocker("run"));
        leftOfRun.removeAll(ofHerd("run"));
        left.addAll(leftOfRun);
        // The long form is there, the short one means help everywhere.
        assertThat(left).contains("-h").doesNotContain("--hostname");

        assertThat(leftOut()).isEqualTo(left);
    }

    private static Set<String> ofDocker(String command) {
        var help = Run.start(Map.of(), "docker", command, "--help").await().succeeded().out();
        var options = new TreeSet<String>(NEWER);
        OPTION.matcher(help).results().flatMap(DockerOptionsIT::names).forEach(options::add);
        assertThat(options).hasSizeGreaterThan(90);
        return options;
    }

    private static Stream<String> names(MatchResult option) {
        return Stream.of(option.group(1), option.group(2)).filter(name -> name != null);
    }

    private static Set<String> ofHerd(String command) {
        var herd = new CommandModelReader(Unattended.in(Map.of(), Optional.empty())).herd();
        var names = new TreeSet<>(names(herd));
        // Of herd itself only: before a command.
        names.removeAll(List.of("-h", "-v", "--version"));
        herd.all()
                .filter(topic -> topic.path().equals(List.of("container", command)))
                .forEach(topic -> names.addAll(names(topic)));
        return names;
    }

    private static Collection<String> names(Topic topic) {
        return topic.flags().stream().flatMap(flag -> flag.names().stream()).toList();
    }

    /** The options in the first column of the page's table. */
    private static Set<String> leftOut() throws IOException {
        var names = new TreeSet<String>();
        ROW.matcher(Files.readString(PAGE))
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .forEach(name -> names.add(name.group(1)));
        return names;
    }
}
