package io.herd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.command.completion.CommandModelReader;
import io.herd.cli.manual.Manual;
import io.herd.cli.manual.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is made from the commands is what the repository has of it. */
class PagesTest {

    private static final Path ROOT = Path.of("..");
    private static final Path EXAMPLES = Path.of("src/main/examples");
    private static final String MEND =
            "%s is not what the commands say: run './mvnw -q -DskipTests -Ppages prepare-package' and commit it";

    private final CommandModelReader reading = Pages.reading();
    private final Manual manual = new Manual(reading.herd(), reading.flagsForNames(), EXAMPLES);

    @Test
    void completionsAndReferenceAreUpToDate() throws Exception {
        for (var file : manual.kept().entrySet()) {
            var path = ROOT.resolve(file.getKey());
            assertThat(path).as(MEND, file.getKey()).hasContent(file.getValue());
        }
    }

    @Test
    void nothingIsLeftOfACommandThatIsGone() throws Exception {
        var kept = manual.kept().keySet();
        for (var directory : List.of("completions", "docs/commands")) {
            assertThat(files(ROOT.resolve(directory)))
                    .allSatisfy(file ->
                            assertThat(kept)
                                    .as("remove it")
                                    .contains(Path.of(directory).resolve(file)));
        }
    }

    @Test
    void everyCommandHasExamples() throws Exception {
        var commands = reading.herd().all().filter(topic -> topic.topics().isEmpty()).toList();
        for (var command : commands) {
            assertThat(manual.examples(command))
                    .as(
                            "what is %s good for? Say it in %s/%s.txt",
                            command.name(), EXAMPLES, command.dashed())
                    .isNotEmpty();
        }
        assertThat(files(EXAMPLES))
                .hasSameElementsAs(
                        commands.stream().map(Topic::dashed).map(PagesTest::text).toList());
    }

    @Test
    void everyCommandHasAManPage() throws Exception {
        var pages = manual.pages(reading.settings(), "2026-11-23", "1.0");

        assertThat(pages).containsKeys(Path.of("herd.1"), Path.of("herd-container-ls.1"));
        assertThat(pages.get(Path.of("herd-ps.1"))).contains("\\fBherd ps\\fR [\\fIOPTIONS\\fR]");
        assertThat(pages.get(Path.of("herd.json.5"))).contains("restServicePort");
        assertThat(pages).hasSize(1 + Math.toIntExact(all(reading.herd()).count()));
    }

    private static Stream<Topic> all(Topic topic) {
        return Stream.concat(Stream.of(topic), topic.topics().stream().flatMap(PagesTest::all));
    }

    private static Path text(String name) {
        return Path.of(name + ".txt");
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return new TreeSet<>(files.map(Path::getFileName).toList()).stream().toList();
        }
    }
}
