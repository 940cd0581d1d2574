package io.herd.cli.flow;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** A console in memory, but for its standard output. */
public record OtherOutput(MemoryConsole console, OutputStream out) implements Console {

    @Override
    public InputStream in() {
        return console.in();
    }

    @Override
    public OutputStream err() {
        return console.err();
    }

    @Override
    public boolean colour() {
        return false;
    }

    @Override
    public Optional<Tty> tty() {
        return Optional.empty();
    }

    @Override
    public Caught signals(Consumer<String> to) {
        return console.signals(to);
    }
}
