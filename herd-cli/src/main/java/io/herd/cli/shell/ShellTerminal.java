package io.herd.cli.shell;

import io.herd.cli.context.Asker;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Tty;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A terminal that somebody sits at, for lines and for what they run. */
public interface ShellTerminal extends AutoCloseable {

    Console console();

    Tty tty();

    Asker asker();

    /** Whether there is a screen that can be painted, not just one line after the other. */
    boolean isScreen();

    /**
     * @param prompt what to ask for lines with; it changes
     * @param history where lines are kept for the next time, if anywhere
     */
    Editor editor(Supplier<String> prompt, Suggestions suggestions, Optional<Path> history);

    @Override
    void close();
}
