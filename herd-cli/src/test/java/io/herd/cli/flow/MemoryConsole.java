package io.herd.cli.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** Streams in memory, no terminal, no signals. */
public final class MemoryConsole implements Headless {

    private final InputStream in;
    private final OutputStream out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    public MemoryConsole() {
        this("");
    }

    public MemoryConsole(String input) {
        this(new ByteArrayInputStream(input.getBytes(UTF_8)));
    }

    public MemoryConsole(InputStream in) {
        this.in = in;
        this.out = printed;
    }

    private MemoryConsole(OutputStream out) {
        this.in = InputStream.nullInputStream();
        this.out = out;
    }

    /** One whose standard output is elsewhere. */
    public static MemoryConsole with(OutputStream out) {
        return new MemoryConsole(out);
    }

    /** What was written to standard output so far. */
    public String printed() {
        return printed.toString(UTF_8);
    }

    /** What was written to standard error so far. */
    public String told() {
        return err.toString(UTF_8);
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public OutputStream err() {
        return err;
    }

    @Override
    public boolean colour() {
        return false;
    }
}
