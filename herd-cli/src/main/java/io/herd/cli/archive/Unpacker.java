package io.herd.cli.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks an archive into a directory. Whoever made the archive is not trusted: nothing is written
 * outside, neither by a name that leads there nor through a link.
 */
public final class Unpacker {

    // Without setuid and setgid, which give whoever runs a file its owner's rights.
    private static final int HARMLESS_BITS = 01777;

    private final Inside inside;
    private final boolean keepOwner;
    private final List<Left> left = new ArrayList<>();
    private boolean began;
    // Finished last: their modes may forbid writing into them, and writing changes their times.
    private final List<Finish> directories = new ArrayList<>();

    private record Finish(Path path, TarArchiveEntry entry) {}

    /**
     * @param keepOwner give the files the archive's owners, and their complete modes
     */
    public Unpacker(Inside inside, boolean keepOwner) {
        this.inside = inside;
        this.keepOwner = keepOwner;
    }

    /**
     * Unpacks the whole archive.
     *
     * @throws CopyException if something cannot be put where the archive says
     */
    public void readFrom(InputStream from) throws IOException {
        var told = new Told(new RawPax(from));
        // Not closed: the stream is the caller's.
        var archive = new TarArchiveInputStream(told, ISO_8859_1.name());
        for (var entry = next(archive, told); entry != null; entry = next(archive, told)) {
            try {
                put(entry, archive);
            } catch (CopyException e) {
                throw e;
            } catch (FileSystemException e) {
                throw unwritten(nameOf(entry), e);
            }
            archive.transferTo(OutputStream.nullOutputStream());
        }
        for (var directory : directories.reversed()) {
            finish(directory.path(), directory.entry());
        }
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream archive, Told told)
            throws IOException {
        told.begin();
        var entry = archive.getNextEntry();
        told.end();
        // The library would read a directory's content as the next header.
        if (entry != null && entry.isDirectory() && entry.getSize() > 0) {
            throw new CopyException(
                    "the archive is broken: '%s' is a directory and has %d bytes"
                            .formatted(nameOf(entry), entry.getSize()));
        }
        return entry;
    }

    private static RawName nameOf(TarArchiveEntry entry) {
        return new RawName(entry.getName());
    }

    private static RawName linkOf(TarArchiveEntry entry) {
        return new RawName(entry.getLinkName());
    }

    /** The files that could not be created here, once the archive is unpacked. */
    public List<Left> left() {
        return List.copyOf(left);
    }

    private void put(TarArchiveEntry entry, InputStream content) throws IOException {
        var at = inside.place(nameOf(entry));
        if (at.equals(inside.directory())) {
            return;
        }
        if (entry.isDirectory()) {
            directory(at, entry);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(cleared(at, entry), linkOf(entry).path());
        } else if (entry.isLink()) {
            Files.createLink(cleared(at, entry), inside.place(linkOf(entry)));
        } else if (entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice()) {
            left.add(new Left(nameOf(entry), "it is a device or a named pipe"));
        } else {
            file(at, entry, content);
        }
        began = true;
    }

    // Written to a temporary file beside its place first, so that a file under its name is always
    // whole.
    private void file(Path at, TarArchiveEntry entry, InputStream content) throws IOException {
        refuseDirectory(at, entry);
        var begun = Files.createTempFile(at.toAbsolutePath().getParent(), ".herd-", ".part");
        try {
            try (var to = new Written(Files.newOutputStream(begun, WRITE, NOFOLLOW_LINKS))) {
                content.transferTo(to);
            }
            finish(begun, entry);
            Files.move(begun, at, ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw unwritten(RawName.of(at), e);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private CopyException unwritten(RawName name, IOException e) {
        var what = "cannot write '%s'".formatted(name);
        return began
                ? CopyException.of(what, e, "; what the copy has before it is left")
                : CopyException.of(what, e);
    }

    private void directory(Path at, TarArchiveEntry entry) throws IOException {
        if (Files.exists(at, NOFOLLOW_LINKS)) {
            if (!Files.isDirectory(at, NOFOLLOW_LINKS)) {
                throw new CopyException(
                        "'%s' is not a directory, and the copy has one there"
                                .formatted(RawName.of(at)));
            }
        } else {
            Files.createDirectory(at);
        }
        directories.add(new Finish(at, entry));
    }

    private static Path cleared(Path at, TarArchiveEntry entry) throws IOException {
        refuseDirectory(at, entry);
        Files.deleteIfExists(at);
        return at;
    }

    private static void refuseDirectory(Path at, TarArchiveEntry entry) throws CopyException {
        if (Files.isDirectory(at, NOFOLLOW_LINKS)) {
            throw new CopyException(
                    "'%s' is a directory, and '%s' is none"
                            .formatted(RawName.of(at), nameOf(entry)));
        }
    }

    private void finish(Path path, TarArchiveEntry entry) throws IOException {
        if (keepOwner) {
            UnixFile.setOwner(path, (int) entry.getLongUserId(), (int) entry.getLongGroupId());
        }
        UnixFile.setMode(path, keepOwner ? entry.getMode() : entry.getMode() & HARMLESS_BITS);
        Files.setLastModifiedTime(path, entry.getLastModifiedTime());
    }
}
