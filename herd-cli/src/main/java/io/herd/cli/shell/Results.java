package io.herd.cli.shell;

import io.herd.cli.flow.Unwritten;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Notes why not all was written: a print stream keeps that to itself. */
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
        // Behind a gap nothing more is written: it would look whole.
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
