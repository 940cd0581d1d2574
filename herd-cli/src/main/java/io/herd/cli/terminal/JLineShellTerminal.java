package io.herd.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cli.context.Asker;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Tty;
import io.herd.cli.shell.Editor;
import io.herd.cli.shell.ShellTerminal;
import io.herd.cli.shell.Suggestions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** The process's terminal, opened with JLine for an interactive shell. */
public final class JLineShellTerminal implements ShellTerminal {

    private final Terminal terminal;
    private final boolean screen;
    private final Tty tty;
    private final Console console;

    private JLineShellTerminal(Terminal terminal, boolean dumb, boolean colour) {
        this.terminal = terminal;
        // A terminal that does not know its size, as on a serial line, counts as dumb.
        this.screen = !dumb && terminal.getWidth() > 0;
        this.tty = new JLineTty(terminal);
        this.console =
                new ShellConsole(new ProcessConsole(true, colour), new Keys(), Optional.of(tty));
    }

    /** Opens the terminal. */
    public static JLineShellTerminal open(Map<String, String> environment, boolean colour) {
        var type = environment.getOrDefault("TERM", "");
        boolean dumb = type.isEmpty() || type.equals("dumb") || type.equals("unknown");
        return new JLineShellTerminal(
                SystemTerminal.open(dumb ? JLineTty.SIMPLE : type), dumb, colour);
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public Tty tty() {
        return tty;
    }

    @Override
    public Asker asker() {
        return new YesNo(console.in(), new PrintStream(console.err(), false, UTF_8))::ask;
    }

    @Override
    public boolean isScreen() {
        return screen;
    }

    @Override
    public Editor editor(Supplier<String> prompt, Suggestions suggestions, Optional<Path> history) {
        return screen
                ? new LineEditor(terminal, prompt, suggestions, history)
                : new PlainEditor(terminal, console, prompt);
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
