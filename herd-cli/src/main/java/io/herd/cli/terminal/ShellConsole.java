package io.herd.cli.terminal;

import io.herd.cli.flow.Console;
import io.herd.cli.flow.Tty;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The console that a shell gives its commands: the process's output and signals, but another input
 * and terminal.
 */
public record ShellConsole(Console process, InputStream in, Optional<Tty> tty) implements Console {

    @Override
    public OutputStream out() {
        return process.out();
    }

    @Override
    public OutputStream err() {
        return process.err();
    }

    @Override
    public boolean colour() {
        return process.colour();
    }

    @Override
    public Caught quits(Runnable to) {
        return process.quits(to);
    }

    @Override
    public Caught hangups(Runnable to) {
        return process.hangups(to);
    }

    @Override
    public Caught signals(Consumer<String> to) {
        return process.signals(to);
    }
}
