package io.herd.cli.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses an archive that says more of one file than a name, a link and a pax header can be: the
 * library that reads it holds all of that.
 */
final class Told extends FilterInputStream {

    /** In bytes. */
    static final int MOST = 3 << 20;

    private long left = Long.MAX_VALUE;

    Told(InputStream archive) {
        super(archive);
    }

    /** From here on it says something of a file. */
    void begin() {
        left = MOST;
    }

    /** From here on it is what is in the file. */
    void end() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        return counted(n, n);
    }

    // It is read instead, so that it counts.
    @Override
    public long skip(long n) {
        return 0;
    }

    private int counted(int read, int bytes) throws IOException {
        left -= Math.max(0, bytes);
        if (left < 0) {
            throw new CopyException(
                    "the archive is refused: it says more than %d bytes of one file"
                            .formatted(MOST));
        }
        return read;
    }
}
