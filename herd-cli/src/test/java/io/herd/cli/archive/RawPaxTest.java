package io.herd.cli.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawPaxTest {

    private static final int BLOCK = 512;

    @TempDir Path home;
    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    @Test
    void aNameInAPaxHeaderKeepsItsBytes() throws Exception {
        put('x', "x", "10 path=\u00ff\n");
        put('0', "other", "hello");

        unpack();

        assertThat(home.resolve(new RawName("\u00ff").path())).hasContent("hello");
    }

    @Test
    void aRecordWhoseLengthGrowsByADigitIsWhole() throws Exception {
        for (int length = 85; length < 105; length++) {
            var name = "\u00ff".repeat(length);
            put('x', "x", record("path=" + name));
            put('0', "other", "hello");
        }

        unpack();

        assertThat(home.toFile().list()).hasSize(20);
    }

    @Test
    void whatIsInAFileIsNotLookedAt() throws Exception {
        var header = new ByteArrayOutputStream();
        header.write(header('x', "x", 10));
        header.write("10 path=\u00ff\n".getBytes(ISO_8859_1));
        var content = header.toString(ISO_8859_1);
        put('0', "small", content);
        // Here only the pax header says how long it is.
        put('x', "x", record("size=" + content.length()));
        archive.write(header('0', "sized", 0));
        body(content);
        put('0', "last", "hello");

        unpack();

        assertThat(Files.readAllBytes(home.resolve("small"))).isEqualTo(header.toByteArray());
        assertThat(Files.readAllBytes(home.resolve("sized"))).isEqualTo(header.toByteArray());
        assertThat(home.resolve("last")).hasContent("hello");
    }

    @Test
    void theSizeOfAFileOfMoreThanEightGibibytesIsUnderstood() throws Exception {
        long size = (8L << 30) + 1;
        put('x', "x", record("size=" + size));
        archive.write(header('0', "large", 0));
        var stream = new RawPax(new SequenceInputStream(archived(), zeros()));

        stream.skipNBytes(archive.size() + (1L << 20));
        var rest = stream.readNBytes(BLOCK);

        // Otherwise the first block of it would be the archive's end.
        assertThat(rest).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11 path=a\n",
                "8 path=a\n",
                "path=a\n",
                "-1 a=b\n",
                "99999999999 path=a\n",
                "10 path=a",
                "10 size=x\n",
                "11 size=-1\n"
            })
    void aHeaderThatIsNoneIsRefused(String records) throws Exception {
        put('x', "x", records);
        put('0', "other", "hello");

        assertThatThrownBy(this::unpack)
                .isInstanceOf(CopyException.class)
                .hasMessageStartingWith("the archive is broken: '");
    }

    @ParameterizedTest
    @ValueSource(chars = {'x', 'g', 'L', 'K'})
    void whatSaysMoreOfAFileThanCanBeIsRefused(char kind) throws Exception {
        archive.write(header(kind, "x", 7L << 30));

        assertThatThrownBy(() -> unpack(new SequenceInputStream(archived(), zeros())))
                .isInstanceOf(CopyException.class)
                .hasMessageStartingWith("the archive is refused: it says");
    }

    @ParameterizedTest
    @ValueSource(chars = {'x', 'g', 'L', 'K'})
    void soAreHeadersWithoutEnd(char kind) throws Exception {
        put(kind, "x", kind == 'x' || kind == 'g' ? "8 a=bcd\n" : "");
        var one = archive.toByteArray();

        assertThatThrownBy(() -> unpack(again(one)))
                .isInstanceOf(CopyException.class)
                .hasMessageStartingWith("the archive is refused: it says");
    }

    @Test
    void aDirectoryWithSomethingInItIsRefused() throws Exception {
        put('0', "directory/", "hello");

        assertThatThrownBy(this::unpack)
                .isInstanceOf(CopyException.class)
                .hasMessage("the archive is broken: 'directory/' is a directory and has 5 bytes");
    }

    private static String record(String what) {
        int rest = what.length() + 2;
        int length = rest + Integer.toString(rest).length();
        return rest + Integer.toString(length).length() + " " + what + "\n";
    }

    private void put(char kind, String name, String content) throws IOException {
        archive.write(header(kind, name, content.length()));
        body(content);
    }

    private void body(String content) throws IOException {
        archive.write(
                Arrays.copyOf(
                        content.getBytes(ISO_8859_1),
                        Math.ceilDiv(content.length(), BLOCK) * BLOCK));
    }

    private static byte[] header(char kind, String name, long size) {
        var header = new byte[BLOCK];
        new TarArchiveEntry(name, (byte) kind).writeEntryHeader(header);
        TarUtils.formatLongOctalOrBinaryBytes(size, header, 124, 12);
        return header;
    }

    private ByteArrayInputStream archived() {
        return new ByteArrayInputStream(archive.toByteArray());
    }

    private void unpack() throws IOException {
        archive.write(new byte[2 * BLOCK]);
        unpack(archived());
    }

    private void unpack(InputStream from) throws IOException {
        new Unpacker(new Inside(home, Optional.empty(), Optional.empty()), false).readFrom(from);
    }

    private static InputStream zeros() {
        return again(new byte[BLOCK]);
    }

    private static InputStream again(byte[] bytes) {
        return new Endless(bytes);
    }

    private static final class Endless extends InputStream {

        private final byte[] again;
        private int at;

        Endless(byte[] again) {
            this.again = again;
        }

        @Override
        public int read() {
            var one = new byte[1];
            read(one, 0, 1);
            return one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int n = Math.min(length, again.length - at);
            System.arraycopy(again, at, bytes, offset, n);
            at = (at + n) % again.length;
            return n;
        }
    }
}
