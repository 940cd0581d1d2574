package io.herd.cli.hosted;

import io.herd.cli.flow.Headless;
import java.io.InputStream;
import java.io.OutputStream;

/** The console of a command that runs for a user elsewhere: it has his output and nothing more. */
record CallersConsole(CallersOutput output, boolean colour) implements Headless {

    @Override
    public InputStream in() {
        return InputStream.nullInputStream();
    }

    @Override
    public OutputStream out() {
        return output.out();
    }

    @Override
    public OutputStream err() {
        return output.err();
    }
}
