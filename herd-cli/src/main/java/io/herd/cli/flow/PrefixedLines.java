package io.herd.cli.flow;

import io.herd.stream.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sink that prints one of several streams to a shared console: whole lines, each with a prefix.
 * While the console blocks, all of them wait.
 */
public final class PrefixedLines implements Sink {

    /** In bytes; a longer line is broken. */
    private static final int LONGEST = 64 * 1024;

    private final byte[] prefix;
    private final ReentrantLock turns;
    private final Line out;
    private final Line err;

    /**
     * @param turns the lock of the console, common to all that share it
     */
    public PrefixedLines(byte[] prefix, Console console, ReentrantLock turns) {
        this.prefix = prefix.clone();
        this.turns = turns;
        this.out = new Line(console.out());
        this.err = new Line(console.err());
    }

    @Override
    public void out(ByteBuffer bytes) throws IOException {
        out.add(bytes);
    }

    @Override
    public void err(ByteBuffer bytes) throws IOException {
        err.add(bytes);
    }

    @Override
    public Ending drain(Session session) {
        var ending = Sink.super.drain(session);
        try {
            out.end();
            err.end();
            return ending;
        } catch (IOException e) {
            return Unwritten.of(e);
        }
    }

    /** The part of a line that has come so far. */
    private final class Line {

        private final OutputStream to;
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

        Line(OutputStream to) {
            this.to = to;
        }

        void add(ByteBuffer bytes) throws IOException {
            turns.lock();
            try {
                while (bytes.hasRemaining()) {
                    add(bytes.get());
                }
                to.flush();
            } finally {
                turns.unlock();
            }
        }

        private void add(byte next) throws IOException {
            begun.write(next);
            if (next == '\n') {
                print();
            } else if (begun.size() == LONGEST) {
                add((byte) '\n');
            }
        }

        private void print() throws IOException {
            to.write(prefix);
            begun.writeTo(to);
            begun.reset();
        }

        void end() throws IOException {
            if (begun.size() > 0) {
                add(ByteBuffer.wrap(new byte[] {'\n'}));
            }
        }
    }
}
