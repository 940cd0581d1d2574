package io.herd.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecallingReaderTest {

    private static final String RIGHT = "\u001bOC";
    private static final String CTRL_A = "\u0001";
    private static final String CTRL_E = "\u0005";
    private static final String FAINT = "\u001b[2m";

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private LineDisciplineTerminal terminal = terminal("xterm");

    private LineDisciplineTerminal terminal(String type) {
        try {
            var made = new LineDisciplineTerminal("test", type, screen, UTF_8);
            made.setSize(new Size(80, 24));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void nothingIsShown() {
        screen.reset();
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    @Test
    void howAnEarlierLineWentOnIsShownFaintly() throws IOException {
        assertThat(read("con\r")).isEqualTo("con");

        assertThat(screen.toString(UTF_8)).contains(FAINT + "ontainer ls");
    }

    @Test
    void rightAndEndTakeItOver() throws IOException {
        assertThat(read("con" + RIGHT + "\r")).isEqualTo("container ls");
        assertThat(read("con" + CTRL_E + " -a\r")).isEqualTo("container ls -a");
    }

    @Test
    void insideOfALineTheyMoveTheCursor() throws IOException {
        assertThat(read("con" + CTRL_A + RIGHT + "x" + CTRL_E + "y\r")).isEqualTo("cxony");
        assertThat(read("nothing like it" + RIGHT + "\r")).isEqualTo("nothing like it");
    }

    @Test
    void aTerminalThatCannotEraseShowsNothingUnasked() throws IOException {
        terminal.close();
        terminal = terminal("dumb");

        assertThat(read("con" + CTRL_E + "\r")).startsWith("con").doesNotContain("tainer");
        assertThat(screen.toString(UTF_8)).doesNotContain("tainer");
    }

    private String read(String keys) throws IOException {
        var lines = new TypedLines(_ -> {});
        var reader = new RecallingReader(terminal, lines);
        lines.attach(reader);
        lines.add("container ls");
        terminal.processInputBytes(keys.getBytes(UTF_8));
        return reader.readLine("> ");
    }
}
