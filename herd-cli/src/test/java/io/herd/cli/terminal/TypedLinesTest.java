package io.herd.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.model.IoReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedLinesTest {

    @TempDir Path home;

    @Test
    void linesThatCannotBeKeptAreToldOnce() throws IOException {
        var file = home.resolve("history");
        List<String> told = new ArrayList<>();
        var lines = new TypedLines(why -> told.add(IoReason.of(why)));
        try (var terminal =
                new DumbTerminal(InputStream.nullInputStream(), new ByteArrayOutputStream())) {
            lines.attach(
                    LineReaderBuilder.builder()
                            .terminal(terminal)
                            .history(lines)
                            .variable(LineReader.HISTORY_FILE, file)
                            .build());
            lines.add("ps");
            Files.delete(file);
            Files.createDirectory(file);

            lines.add("node ls");
            lines.add("images");
            assertThat(told).containsExactly("Is a directory");

            Files.delete(file);
            lines.add("version");
            assertThat(file).content().contains("node ls\n", "images\n", "version\n");
        }
    }

    @Test
    void aLineGoesOnAsTheLatestThatBeganLikeIt() throws IOException {
        var lines = new TypedLines(_ -> {});
        assertThat(lines.rest("p")).isEmpty();
        try (var terminal =
                new DumbTerminal(InputStream.nullInputStream(), new ByteArrayOutputStream())) {
            lines.attach(LineReaderBuilder.builder().terminal(terminal).history(lines).build());
            List.of(
                            "ps --all",
                            "ps -a",
                            "exec -e PASSWORD=secret web env",
                            "exec web ls",
                            "run busybox 'a\nb'")
                    .forEach(lines::add);

            assertThat(lines.rest("ps")).isEqualTo(" -a");
            assertThat(lines.rest("ps --")).isEqualTo("all");
            assertThat(lines.rest("ps -a")).isEmpty();
            assertThat(lines.rest("")).isEmpty();
            // Neither secrets nor what cannot be shown in one line.
            assertThat(lines.rest("ex")).isEqualTo("ec web ls");
            assertThat(lines.rest("exec -")).isEmpty();
            assertThat(lines.rest("run")).isEmpty();
        }
    }
}
