package io.herd.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal that this process runs in. */
final class SystemTerminal {

    // Held on to: a logger that nobody holds forgets its level.
    private static final Logger LOG = Logger.getLogger("org.jline");

    private SystemTerminal() {}

    /**
     * Opens it; there can be one at a time.
     *
     * @param type what it can do, such as {@code xterm}
     */
    static Terminal open(String type) {
        // It would warn of every type that it has not heard of.
        LOG.setLevel(Level.OFF);
        try {
            return TerminalBuilder.builder()
                    .system(true)
                    .type(type)
                    // The other ways to it write files or start processes.
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
