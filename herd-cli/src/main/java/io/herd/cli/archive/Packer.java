package io.herd.cli.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_DIR;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_FIFO;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_LINK;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_NORMAL;
import static org.apache.commons.compress.archivers.tar.TarConstants.LF_SYMLINK;

import io.herd.model.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Packs files of this host into a tar archive, with their owners, modes and times. */
public final class Packer {

    private static final int PIECE = 32 * 1024;

    private final LocalSource source;
    private final RawName name;
    // Also read by the thread that waits for the end of the copy.
    private final List<Left> left = new CopyOnWriteArrayList<>();
    // First names in the archive of files with several hard links, by their file keys.
    private final Map<Object, RawName> linked = new HashMap<>();

    /**
     * @param name of the source in the archive; "." for the contents of a directory
     */
    public Packer(LocalSource source, RawName name) {
        this.source = source;
        this.name = name;
    }

    /**
     * Writes the whole archive.
     *
     * @throws IOException if the stream takes no more, or a file becomes shorter while it is read
     */
    public void writeTo(OutputStream to) throws IOException {
        try (var archive = new TarArchiveOutputStream(to, ISO_8859_1.name())) {
            // Not the POSIX forms: the library writes pax headers as UTF-8, and a name need not be
            // UTF-8.
            archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            archive.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
            Files.walkFileTree(source.path(), new Walk(archive));
        }
    }

    /** The files that were left out, once the archive is written. */
    public List<Left> left() {
        return List.copyOf(left);
    }

    private RawName nameOf(Path path) {
        return path.equals(source.path())
                ? name
                : name.with("/").with(RawName.of(source.path().relativize(path)).latin1());
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final TarArchiveOutputStream archive;

        Walk(TarArchiveOutputStream archive) {
            this.archive = archive;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                throws IOException {
            put(entry(nameOf(directory).with("/"), LF_DIR, UnixFile.of(directory)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            var as = nameOf(file);
            var unix = UnixFile.of(file);
            switch (unix.kind()) {
                case LINK -> {
                    var target = RawName.of(Files.readSymbolicLink(file));
                    put(linking(entry(as, LF_SYMLINK, unix), target));
                }
                case FILE -> {
                    var first = linked.get(attributes.fileKey());
                    if (first == null) {
                        content(file, as, unix, attributes);
                    } else {
                        put(linking(entry(as, LF_LINK, unix), first));
                    }
                }
                case PIPE -> put(entry(as, LF_FIFO, unix));
                case DIRECTORY, OTHER -> left.add(new Left(as, "it is a device or a socket"));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            left.add(new Left(nameOf(file), IoReason.of(e)));
            return FileVisitResult.CONTINUE;
        }

        private void content(Path file, RawName as, UnixFile unix, BasicFileAttributes attributes)
                throws IOException {
            try (var content = opened(file)) {
                var entry = entry(as, LF_NORMAL, unix);
                entry.setSize(attributes.size());
                archive.putArchiveEntry(entry);
                copy(content, file, attributes.size());
                archive.closeArchiveEntry();
            } catch (Unreadable e) {
                left.add(new Left(as, String.valueOf(e.getMessage())));
                return;
            }
            if (unix.links() > 1) {
                linked.put(attributes.fileKey(), as);
            }
        }

        private void copy(InputStream content, Path file, long size) throws IOException {
            var piece = new byte[PIECE];
            for (long rest = size; rest > 0; ) {
                int n = content.read(piece, 0, (int) Math.min(piece.length, rest));
                if (n < 0) {
                    throw new CopyException(
                            "'%s' became shorter while it was read".formatted(RawName.of(file)));
                }
                archive.write(piece, 0, n);
                rest -= n;
            }
        }

        private void put(TarArchiveEntry entry) throws IOException {
            archive.putArchiveEntry(entry);
            archive.closeArchiveEntry();
        }
    }

    /** Thrown when a file exists but this user may not read it. */
    private static final class Unreadable extends IOException {

        private static final long serialVersionUID = 1L;

        Unreadable(IOException e) {
            super(IoReason.of(e), e);
        }
    }

    private static InputStream opened(Path file) throws Unreadable {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    private static TarArchiveEntry entry(RawName as, byte kind, UnixFile unix) {
        var entry = new TarArchiveEntry(as.latin1(), kind);
        entry.setMode(unix.mode());
        entry.setIds(unix.user(), unix.group());
        entry.setNames("", "");
        // In whole seconds, which every tar understands.
        entry.setLastModifiedTime(
                FileTime.from(unix.modified().to(TimeUnit.SECONDS), TimeUnit.SECONDS));
        return entry;
    }

    private static TarArchiveEntry linking(TarArchiveEntry entry, RawName to) {
        entry.setLinkName(to.latin1());
        return entry;
    }
}
