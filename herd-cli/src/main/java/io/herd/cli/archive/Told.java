package io.herd.cli.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Input stream that refuses an archive whose headers for one file are longer than a name, a link
 * and a pax header can be: the library keeps all of them in memory.
 */
final class Told extends FilterInputStream {

    /** Most bytes of headers for one file. */
    static final int MOST = 3 << 20;

    private long left = Long.MAX_VALUE;

    Told(InputStream archive) {
        super(archive);
    }

    /** Starts to count: headers follow. */
    void begin() {
        left = MOST;
    }

    /** Stops to count: a file's content follows. */
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

    // Makes the caller read instead, so that the bytes are counted.
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
