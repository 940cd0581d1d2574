package io.herd.cli.terminal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.herd.cli.process.Libc;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Standard input at a terminal, for one reader after the other. A thread that is interrupted while
 * it waits takes no key away from the next reader; inside read(2) it would. So this waits in
 * poll(2), whatever mode the terminal is in.
 */
final class Keys extends InputStream {

    private static final int PATIENCE_MILLIS = 50;
    private static final short POLLIN = 1;
    // struct pollfd { int fd; short events; short revents; }
    private static final long POLLFD_SIZE = 8;
    private static final long EVENTS = 4;
    private static final long HAPPENED = 6;

    private final FileInputStream in = new FileInputStream(FileDescriptor.in);
    private final MethodHandle poll = Libc.function("poll", ADDRESS, JAVA_LONG, JAVA_INT);

    @Override
    public int read() throws IOException {
        await();
        return in.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        await();
        return in.read(bytes, from, length);
    }

    private void await() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var descriptor = arena.allocate(POLLFD_SIZE, Integer.BYTES);
            descriptor.set(JAVA_SHORT, EVENTS, POLLIN);
            while (!happened(descriptor)) {}
        }
        checkInterrupted();
    }

    // Also true when nobody can type any more: the read reports that.
    private boolean happened(MemorySegment descriptor) throws IOException {
        checkInterrupted();
        try {
            int ready = (int) poll.invokeExact(descriptor, 1L, PATIENCE_MILLIS);
            return ready > 0 && descriptor.get(JAVA_SHORT, HAPPENED) != 0;
        } catch (Throwable e) {
            throw new IOException("cannot wait for a key", e);
        }
    }

    private static void checkInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException();
        }
    }
}
