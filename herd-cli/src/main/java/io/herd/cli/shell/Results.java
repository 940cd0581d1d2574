package io.herd.cli.shell;

import io.herd.cli.flow.Unwritten;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Output stream that keeps the first write error, since a PrintStream hides the reason. */
final class Results extends OutputStream {

    private final OutputStream to;
    private Optional<Unwritten> unwritten = Optional.empty();

    Results(OutputStream to) {
        this.to = to;
    }

    Optional<Unwritten> unwritten() {
        return unwritten;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        // After an error nothing more is written: output with a gap would look whole.
        if (unwritten.isPresent()) {
            return;
        }
        try {
            to.write(bytes, from, length);
        } catch (IOException e) {
            unwritten = Optional.of(Unwritten.of(e));
        }
    }
}
