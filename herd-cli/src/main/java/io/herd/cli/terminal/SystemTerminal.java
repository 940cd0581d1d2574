package io.herd.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the process's terminal with JLine. */
final class SystemTerminal {

    // In a field: a logger that nobody refers to forgets its level.
    private static final Logger LOG = Logger.getLogger("org.jline");

    private SystemTerminal() {}

    /**
     * Opens the terminal; only one can be open at a time.
     *
     * @param type its abilities, such as {@code xterm}
     */
    static Terminal open(String type) {
        // JLine would warn of every type that it does not know.
        LOG.setLevel(Level.OFF);
        try {
            return TerminalBuilder.builder()
                    .system(true)
                    .type(type)
                    // The other providers write files or start processes.
                    .provider(TerminalBuilder.PROP_PROVIDER_FFM)
                    .dumb(false)
                    .stdinEncoding(UTF_8)
                    .stdoutEncoding(UTF_8)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the terminal: " + e.getMessage(), e);
        }
    }
}
