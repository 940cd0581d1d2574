package io.herd.engine.docker.layer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** A tar archive without some of its files, made while it is read. */
public final class ThinArchive extends InputStream {

    private static final int PIECE = 32 * 1024;

    private final TarArchiveInputStream from;
    private final Set<String> without;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(2 * PIECE);
    private final TarArchiveOutputStream to = new TarArchiveOutputStream(made, "UTF-8");
    private final byte[] piece = new byte[PIECE];
    private byte[] ready = {};
    private int taken;
    private boolean inFile;
    private boolean ended;

    /**
     * @param without names of files; what links to them stays
     */
    public ThinArchive(InputStream from, Set<String> without) {
        this.from = new TarArchiveInputStream(from, "UTF-8");
        this.without = Set.copyOf(without);
        to.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        to.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    @Override
    public int read() throws IOException {
        return more() ? ready[taken++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int n = Math.min(most, ready.length - taken);
        System.arraycopy(ready, taken, into, at, n);
        taken += n;
        return n;
    }

    private boolean more() throws IOException {
        while (taken == ready.length && !ended) {
            make();
            ready = made.toByteArray();
            made.reset();
            taken = 0;
        }
        return taken < ready.length;
    }

    // What stands for the beginning of a file, a piece of one, or the end of all.
    private void make() throws IOException {
        if (inFile) {
            int n = from.read(piece);
            if (n > 0) {
                to.write(piece, 0, n);
                return;
            }
            to.closeArchiveEntry();
            inFile = false;
        }
        var entry = kept();
        if (entry == null) {
            to.finish();
            ended = true;
        } else {
            to.putArchiveEntry(entry);
            inFile = true;
        }
    }

    private @Nullable TarArchiveEntry kept() throws IOException {
        while (true) {
            var entry = from.getNextEntry();
            if (entry == null || entry.isSymbolicLink() || !without.contains(entry.getName())) {
                return entry;
            }
        }
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
