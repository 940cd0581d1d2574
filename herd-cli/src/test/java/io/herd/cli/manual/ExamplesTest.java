package io.herd.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.cli.manual.Example.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {

    @TempDir Path directory;

    @Test
    void anExampleIsATitleAndCommandsWithWhatTheyPrint() throws Exception {
        var examples =
                read(
                        """
                        # The first
                        % touch web
                        $ ls web nope
                        web
                        nope: no such file
                        [2]

                        # The second
                        $ true
                        """);

        assertThat(examples)
                .containsExactly(
                        new Example(
                                "The first",
                                List.of(
                                        new Step(false, "touch web", List.of(), 0),
                                        new Step(
                                                true,
                                                "ls web nope",
                                                List.of("web", "nope: no such file"),
                                                2))),
                        new Example("The second", List.of(new Step(true, "true", List.of(), 0))));
    }

    @Test
    void whatIsDoneBeforeIsNotShownNorIsTheExitCode() throws Exception {
        var example = read("# A title\n% touch web\n$ ls nope\nno such file\n[2]\n").getFirst();

        assertThat(example.lines()).containsExactly("$ ls nope", "no such file");
    }

    @Test
    void aLineThatBelongsToNoExampleIsNamed() {
        assertThatThrownBy(() -> read("\n$ ls\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("web.txt:2: ");
        assertThatThrownBy(() -> read("# A title\noutput\n")).hasMessageContaining("web.txt:2: ");
    }

    @Test
    void aCommandWithoutAFileHasNone() throws Exception {
        assertThat(Examples.read(directory.resolve("nope.txt"))).isEmpty();
    }

    private List<Example> read(String text) throws IOException {
        return Examples.read(Files.writeString(directory.resolve("web.txt"), text));
    }
}
