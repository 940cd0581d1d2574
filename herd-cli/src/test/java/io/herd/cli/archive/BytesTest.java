package io.herd.cli.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are no UTF-8, and long ones, held against the system's own tar. */
class BytesTest {

    private static final List<String> NAMES =
            List.of(
                    "a\u00ff",
                    "\u0080",
                    "\u00c3\u00a9",
                    "\u00c3",
                    "plain",
                    "a b",
                    "\n%\\",
                    "\u001b[2J");

    @TempDir Path home;
    private Path source;
    private Path target;

    @BeforeEach
    void files() throws IOException {
        source = Files.createDirectory(home.resolve("source"));
        target = Files.createDirectory(home.resolve("target"));
        for (var name : names()) {
            var raw = new RawName(name).path();
            var directory = Files.createDirectory(source.resolve(raw));
            var file = Files.writeString(directory.resolve(raw), "content");
            Files.createSymbolicLink(directory.resolve("link"), Path.of("../..").resolve(raw));
            Files.createLink(directory.resolve("twin"), file);
        }
    }

    @Test
    void theSystemsTarUnpacksTheBytesThatWerePacked() throws Exception {
        Files.write(home.resolve("tar"), packed());

        Programs.run(target, "tar", "-xf", home.resolve("tar").toString());

        assertThat(listed(target)).isEqualTo(listed(source));
        assertThat(listed(target)).anyMatch(line -> line.startsWith("a\u00ff/a\u00ff||2|"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnu", "pax"})
    void whatTheSystemsTarPacksIsUnpackedWithItsBytes(String format) throws Exception {
        var archive = home.resolve("tar").toString();
        Programs.run(source, "tar", "-cf", archive, "--format=" + format, ".");

        unpack(Files.readAllBytes(home.resolve("tar")), Optional.empty());

        assertThat(listed(target)).isEqualTo(listed(source));
    }

    @Test
    void whatWasPackedIsUnpacked() throws Exception {
        unpack(packed(), Optional.of(new RawName("\u00fe")));

        assertThat(listed(target, 2))
                .isEqualTo(
                        listed(source).stream()
                                .map(name -> name.isEmpty() ? name : "\u00fe/" + name)
                                .toList());
    }

    @Test
    void aLinkLeadsToADirectoryWhoseNameIsNoUtf8() throws Exception {
        var directory = Files.createDirectory(home.resolve(new RawName("d\u00ff").path()));
        var link = Files.createSymbolicLink(home.resolve("way"), directory.getFileName());

        var inside =
                LocalTarget.of(link.toString())
                        .inside(false, Optional.of("note"), Optional.empty());
        var beside =
                LocalTarget.of(link + "/new").inside(false, Optional.of("note"), Optional.empty());

        assertThat(inside.directory()).isEqualTo(directory);
        assertThat(beside.name()).contains(RawName.of("new"));
        assertThat(LocalSource.of(link.toString(), true).path()).isEqualTo(directory.toRealPath());
    }

    @Test
    void whatIsLeftOutIsNamedLegibly() throws Exception {
        Programs.run(source, "sh", "-c", "rm -r * && mkfifo \"$(printf 'pipe\\377')\"");
        var unpacker = new Unpacker(new Inside(target, Optional.empty(), Optional.empty()), false);

        unpacker.readFrom(new ByteArrayInputStream(packed()));

        assertThat(unpacker.left()).extracting(Left::name).asString().isEqualTo("[./pipe\\xff]");
    }

    @Test
    void aFileOfMoreThanEightGibibytesSaysItsSize() throws Exception {
        long size = (8L << 30) + 1;
        try (var file = new RandomAccessFile(home.resolve("large").toFile(), "rw")) {
            file.setLength(size);
        }
        var head = new Head();
        var packer =
                new Packer(
                        LocalSource.of(home.resolve("large").toString(), false),
                        RawName.of("large"));

        assertThatThrownBy(() -> packer.writeTo(head)).hasMessage("full");

        var entry =
                new TarArchiveInputStream(new ByteArrayInputStream(head.bytes.toByteArray()))
                        .getNextEntry();
        assertThat(entry.getSize()).isEqualTo(size);
    }

    private static List<String> names() {
        var names = new ArrayList<>(NAMES);
        var random = new Random(0);
        for (int length : new int[] {1, 2, 5, 50, 99, 100, 101, 155, 254, 255}) {
            var bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (random.nextInt(127) + 128);
            }
            names.add(new String(bytes, ISO_8859_1));
        }
        return names;
    }

    private static List<String> listed(Path directory) {
        return listed(directory, 1);
    }

    /** All that is so deep, with where links lead and how many names a file has. */
    private static List<String> listed(Path directory, int depth) {
        var found =
                Programs.run(
                        directory,
                        "find",
                        ".",
                        "-mindepth",
                        Integer.toString(depth),
                        "-printf",
                        "%P|%l|%n|%m\\0");
        return Arrays.stream(found.split("\0", -1)).sorted().toList();
    }

    private byte[] packed() throws Exception {
        var bytes = new ByteArrayOutputStream();
        new Packer(LocalSource.of(source + "/.", false), RawName.of(".")).writeTo(bytes);
        return bytes.toByteArray();
    }

    private void unpack(byte[] archive, Optional<RawName> name) throws IOException {
        new Unpacker(new Inside(target, Optional.empty(), name), false)
                .readFrom(new ByteArrayInputStream(archive));
    }

    /** Takes the beginning of an archive. */
    private static final class Head extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            if (bytes.size() > 1 << 16) {
                throw new IOException("full");
            }
            bytes.write(from, offset, length);
        }
    }
}
