package io.herd.cli.shell;

import io.herd.cli.context.Asker;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Tty;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The terminal of an interactive shell, for its lines and for the commands that they run. */
public interface ShellTerminal extends AutoCloseable {

    Console console();

    Tty tty();

    Asker asker();

    /** Whether the terminal has a screen that can be painted, not just lines. */
    boolean isScreen();

    /**
     * Makes the line editor.
     *
     * @param prompt the current prompt, which changes
     * @param history file that keeps the lines for the next time; empty to keep none
     */
    Editor editor(Supplier<String> prompt, Suggestions suggestions, Optional<Path> history);

    @Override
    void close();
}
