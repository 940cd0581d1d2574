package io.herd.cli.archive;

import static org.apache.commons.compress.archivers.tar.TarConstants.CHKSUMLEN;
import static org.apache.commons.compress.archivers.tar.TarConstants.CHKSUM_OFFSET;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_DIR;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_GNUTYPE_LONGLINK;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_GNUTYPE_LONGNAME;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_GNUTYPE_SPARSE;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_OFFSET;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_PAX_EXTENDED_HEADER_LC;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_PAX_EXTENDED_HEADER_UC;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER;
import static org.apache.commons.compress.archivers.tar.TarConstants.SIZELEN;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.utils.ArchiveUtils;

/**
 * Input stream over a tar archive that makes its names readable as Latin-1 everywhere. Commons
 * Compress decodes pax headers as UTF-8 whatever charset it is told, and Docker's daemon writes
 * names into them as raw bytes; so pax headers are encoded anew here, one UTF-8 character for each
 * byte. Everything else passes unchanged.
 */
final class RawPax extends InputStream {

    /** Longest pax header, in bytes: the limit of Go, which wrote it. */
    private static final int LONGEST = 1 << 20;

    // Most headers that describe one file; the library recurses for each.
    private static final int MOST = 16;

    private static final int BLOCK = 512;
    private static final int SIZE_OFFSET = 124;
    // Flags in an old GNU header of a file with holes, whether the list of holes continues in a
    // block of its own.
    private static final int MORE_HOLES = 482;
    private static final int STILL_MORE_HOLES = 504;

    private final InputStream from;
    private byte[] ready = {};
    private int taken;
    private long content;
    private boolean holes;
    private boolean ended;
    private int headers;
    private Optional<Long> size = Optional.empty();
    private Optional<Long> everySize = Optional.empty();

    RawPax(InputStream from) {
        this.from = from;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (taken == ready.length && !ended && (content == 0 || holes)) {
            look();
        }
        if (taken < ready.length) {
            int n = Math.min(length, ready.length - taken);
            System.arraycopy(ready, taken, bytes, offset, n);
            taken += n;
            return n;
        }
        if (content == 0) {
            return from.read(bytes, offset, length);
        }
        int n = from.read(bytes, offset, (int) Math.min(length, content));
        content -= Math.max(n, 0);
        return n;
    }

    private void look() throws IOException {
        var block = from.readNBytes(BLOCK);
        show(block);
        if (block.length < BLOCK || (!holes && ArchiveUtils.isArrayZero(block, BLOCK))) {
            ended = true;
        } else if (holes) {
            holes = block[STILL_MORE_HOLES] != 0;
        } else {
            header(block);
        }
    }

    private void show(byte[] bytes) {
        ready = bytes;
        taken = 0;
    }

    private void header(byte[] block) throws IOException {
        long its = size(block);
        count();
        switch (block[LF_OFFSET]) {
            case LF_PAX_EXTENDED_HEADER_LC, LF_PAX_EXTENDED_HEADER_UC -> {
                // The first size counts, as in the library.
                var told = pax(block, its).size();
                size = size.or(() -> told);
            }
            case LF_PAX_GLOBAL_EXTENDED_HEADER ->
                    everySize = pax(block, its).size().or(() -> everySize);
            case LF_GNUTYPE_LONGNAME, LF_GNUTYPE_LONGLINK -> content = padded(its);
            default -> {
                boolean directory = block[LF_OFFSET] == LF_DIR;
                content = directory ? 0 : padded(size.or(() -> everySize).orElse(its));
                headers = 0;
                holes = block[LF_OFFSET] == LF_GNUTYPE_SPARSE && block[MORE_HOLES] != 0;
                size = Optional.empty();
            }
        }
    }

    private void count() throws CopyException {
        headers++;
        if (headers > MOST) {
            throw new CopyException(
                    "the archive is refused: it says something of one file more than %d times"
                            .formatted(MOST));
        }
    }

    private static long size(byte[] block) throws CopyException {
        try {
            long size = TarUtils.parseOctalOrBinary(block, SIZE_OFFSET, SIZELEN);
            if (size >= 0) {
                return size;
            }
        } catch (IllegalArgumentException e) {
            throw new CopyException("the archive is broken: " + e.getMessage(), e);
        }
        throw new CopyException("the archive is broken: it has a file of less than no bytes");
    }

    private static long padded(long size) {
        return Math.ceilDiv(size, BLOCK) * BLOCK;
    }

    private PaxRecords pax(byte[] block, long size) throws IOException {
        if (size > LONGEST) {
            throw new CopyException(
                    "the archive is refused: it says %d bytes of one file, and not more than %d are read"
                            .formatted(size, LONGEST));
        }
        var body = from.readNBytes((int) padded(size));
        if (body.length < padded(size)) {
            throw new CopyException("the archive is broken: it ends too soon");
        }
        var records = PaxRecords.of(Arrays.copyOf(body, (int) size));
        var utf8 = records.utf8();
        var shown = Arrays.copyOf(block, BLOCK + (int) padded(utf8.length));
        System.arraycopy(utf8, 0, shown, BLOCK, utf8.length);
        TarUtils.formatLongOctalBytes(utf8.length, shown, SIZE_OFFSET, SIZELEN);
        sum(shown);
        show(shown);
        return records;
    }

    private static void sum(byte[] shown) {
        Arrays.fill(shown, CHKSUM_OFFSET, CHKSUM_OFFSET + CHKSUMLEN, (byte) ' ');
        long sum = TarUtils.computeCheckSum(Arrays.copyOf(shown, BLOCK));
        TarUtils.formatCheckSumOctalBytes(sum, shown, CHKSUM_OFFSET, CHKSUMLEN);
    }
}
