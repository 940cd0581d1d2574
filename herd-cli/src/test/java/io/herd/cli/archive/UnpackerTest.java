package io.herd.cli.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTest {

    @TempDir Path home;
    private Path target;
    private Path outside;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream archive = new TarArchiveOutputStream(bytes, UTF_8.name());

    @BeforeEach
    void directories() throws IOException {
        target = Files.createDirectory(home.resolve("target"));
        outside = Files.writeString(home.resolve("outside"), "mine");
    }

    @Test
    void whatWasPackedComesOutAsItWas() throws Exception {
        var source = Files.createDirectories(home.resolve("source/sub"));
        Files.writeString(source.resolve("note"), "hello");
        Files.createSymbolicLink(source.resolve("link"), Path.of("note"));
        Files.createLink(source.resolve("twin"), source.resolve("note"));
        Files.setPosixFilePermissions(
                source.resolve("note"), PosixFilePermissions.fromString("rwxr-x---"));
        new Packer(LocalSource.of(home.resolve("source").toString(), false), RawName.of("copy"))
                .writeTo(bytes);

        unpack(inside());

        var copy = target.resolve("copy/sub");
        assertThat(copy.resolve("note")).hasContent("hello");
        assertThat(copy.resolve("twin")).hasContent("hello");
        assertThat(Files.readSymbolicLink(copy.resolve("link"))).isEqualTo(Path.of("note"));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(copy.resolve("note"))))
                .isEqualTo("rwxr-x---");
        assertThat(Files.getLastModifiedTime(copy).toInstant().getEpochSecond())
                .isEqualTo(Files.getLastModifiedTime(source).toInstant().getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "sub/../../outside", "/../outside", "sub/.."})
    void noNameLeadsOut(String name) throws Exception {
        file(name, "theirs");

        assertThatThrownBy(() -> unpack(inside()))
                .isInstanceOf(CopyException.class)
                .hasMessage("'%s' is not written: it leads out of the copy", name);
        assertThat(outside).hasContent("mine");
    }

    @Test
    void anAbsoluteNameStaysInside() throws Exception {
        file("/outside", "theirs");

        unpack(inside());

        assertThat(target.resolve("outside")).hasContent("theirs");
        assertThat(outside).hasContent("mine");
    }

    @Test
    void nothingIsWrittenThroughALinkOfTheArchive() throws Exception {
        link("way", TarConstants.LF_SYMLINK, home.toString());
        file("way/outside", "theirs");

        assertThatThrownBy(() -> unpack(inside()))
                .isInstanceOf(CopyException.class)
                .hasMessageContaining("'way/outside' is not written")
                .hasMessageEndingWith("is a link or a file");
        assertThat(outside).hasContent("mine");
    }

    @Test
    void aFileTakesThePlaceOfALinkNotOfWhatItLeadsTo() throws Exception {
        link("note", TarConstants.LF_SYMLINK, outside.toString());
        file("note", "theirs");

        unpack(inside());

        assertThat(outside).hasContent("mine");
        assertThat(target.resolve("note")).isRegularFile().hasContent("theirs");
    }

    @Test
    void aSecondNameIsNotGivenToAFileOutside() throws Exception {
        link("note", TarConstants.LF_LINK, "../outside");

        assertThatThrownBy(() -> unpack(inside()))
                .isInstanceOf(CopyException.class)
                .hasMessageContaining("'../outside'");
        assertThat(target.resolve("note")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {".ssh/authorized_keys", "data2", "dat", "other/data"})
    void onlyWhatWasAskedForIsWritten(String name) throws Exception {
        file("data/note", "asked for");
        file(name, "theirs");

        assertThatThrownBy(() -> unpack(inside("data")))
                .isInstanceOf(CopyException.class)
                .hasMessage("'%s' is not written: it is not 'data', which was asked for", name);
        assertThat(target.resolve("data/note")).hasContent("asked for");
        assertThat(target.resolve(name)).doesNotExist();
    }

    @Test
    void aSecondNameIsNotGivenToWhatWasNotAskedFor() throws Exception {
        Files.writeString(target.resolve("mine"), "mine");
        link("data", TarConstants.LF_LINK, "mine");

        assertThatThrownBy(() -> unpack(inside("data")))
                .isInstanceOf(CopyException.class)
                .hasMessageContaining("'mine' is not written");
    }

    @ParameterizedTest
    @CsvSource({
        "/a/dir, dir",
        "dir, dir",
        "/a/dir/, dir",
        "/a/b/.., a",
        "/a/dir/., ''",
        "., ''",
        "/, ''",
        "a/.., ''",
        ".., ''"
    })
    void theTopOfAnArchiveIsTheLastNameOfThePath(String path, String top) {
        assertThat(new CopyPath(path).top()).isEqualTo(Optional.of(top).filter(t -> !t.isEmpty()));
    }

    @Test
    void aDirectoryIsNotReplacedByAFile() throws Exception {
        Files.createDirectory(target.resolve("note"));
        file("note", "theirs");

        assertThatThrownBy(() -> unpack(inside()))
                .hasMessageMatching("'.*/note' is a directory, and 'note' is none");
    }

    @Test
    void theTopIsCalledAsTheUserSays() throws Exception {
        file("note", "hello");

        unpack(
                new Inside(
                        target,
                        Optional.of("note").map(RawName::of),
                        Optional.of("other").map(RawName::of)));

        assertThat(target.resolve("other")).hasContent("hello");
    }

    @Test
    void whatIsThereStaysUntilWhatReplacesItIsWhole() throws Exception {
        var note = Files.writeString(target.resolve("note"), "mine");
        file("note", "theirs");
        archive.finish();
        var cut = Arrays.copyOf(bytes.toByteArray(), 512 + 3);

        assertThatThrownBy(
                        () -> new Unpacker(inside(), false).readFrom(new ByteArrayInputStream(cut)))
                .isInstanceOf(IOException.class);

        assertThat(note).hasContent("mine");
        assertThat(target)
                .isDirectoryContaining(note::equals)
                .isDirectoryNotContaining(it -> !note.equals(it));
    }

    @Test
    void anArchiveThatEndsInWhatItSaysOfAFileIsRefusedInWords() throws Exception {
        archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        file("n".repeat(200), "hello");
        var cut = Arrays.copyOf(bytes.toByteArray(), 512 + 40);

        assertThatThrownBy(
                        () -> new Unpacker(inside(), false).readFrom(new ByteArrayInputStream(cut)))
                .isInstanceOf(CopyException.class)
                .hasMessage("the archive is broken: it ends too soon");
    }

    @Test
    void devicesAreLeftOutAndNamed() throws Exception {
        archive.putArchiveEntry(new TarArchiveEntry("tty", TarConstants.LF_CHR));
        archive.closeArchiveEntry();
        archive.finish();
        var unpacker = new Unpacker(inside(), false);

        unpacker.readFrom(new ByteArrayInputStream(bytes.toByteArray()));

        assertThat(unpacker.left())
                .containsExactly(new Left(RawName.of("tty"), "it is a device or a named pipe"));
    }

    private Inside inside() {
        return new Inside(target, Optional.empty(), Optional.empty());
    }

    private Inside inside(String asked) {
        return new Inside(target, Optional.of(RawName.of(asked)), Optional.empty());
    }

    private void file(String name, String content) throws IOException {
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length());
        archive.putArchiveEntry(entry);
        archive.write(content.getBytes(UTF_8));
        archive.closeArchiveEntry();
        archive.flush();
    }

    private void link(String name, byte kind, String to) throws IOException {
        var entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(to);
        archive.putArchiveEntry(entry);
        archive.closeArchiveEntry();
    }

    private void unpack(Inside inside) throws IOException {
        archive.finish();
        new Unpacker(inside, false).readFrom(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
