package io.herd.cli.shell;

import io.herd.cli.flow.Console;
import io.herd.cli.flow.Tty;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** A console that discards all output once it is hushed, by whatever thread. */
final class Hushable implements Console {

    private final Console console;
    private volatile boolean hushed;

    Hushable(Console console) {
        this.console = console;
    }

    void hush() {
        hushed = true;
    }

    @Override
    public InputStream in() {
        return console.in();
    }

    @Override
    public OutputStream out() {
        return hushable(console.out());
    }

    @Override
    public OutputStream err() {
        return hushable(console.err());
    }

    @Override
    public boolean colour() {
        return console.colour();
    }

    @Override
    public Optional<Tty> tty() {
        return console.tty();
    }

    @Override
    public Caught signals(Consumer<String> to) {
        return console.signals(to);
    }

    @Override
    public Caught quits(Runnable to) {
        return console.quits(to);
    }

    @Override
    public Caught hangups(Runnable to) {
        return console.hangups(to);
    }

    private OutputStream hushable(OutputStream to) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (!hushed) {
                    to.write(bytes, from, length);
                }
            }

            @Override
            public void flush() throws IOException {
                to.flush();
            }
        };
    }
}
