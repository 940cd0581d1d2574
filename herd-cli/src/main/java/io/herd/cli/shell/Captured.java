package io.herd.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cli.flow.Headless;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** A console that keeps what a command prints, and gives it no input. */
final class Captured implements Headless {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final boolean colour;

    Captured(boolean colour) {
        this.colour = colour;
    }

    List<String> results() {
        return out.toString(UTF_8).lines().toList();
    }

    List<String> remarks() {
        return err.toString(UTF_8).lines().toList();
    }

    @Override
    public InputStream in() {
        return InputStream.nullInputStream();
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
        return colour;
    }
}
