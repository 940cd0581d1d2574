package io.herd.cli.copy;

import io.herd.cli.archive.CopyException;
import io.herd.cli.flow.Console;
import io.herd.model.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads an archive that is sent as it is, from standard input or a file. */
final class ArchiveInput {

    private static final int PIECE = 32 * 1024;

    private ArchiveInput() {}

    /** Copies a file. */
    static void copy(Path file, OutputStream to) throws IOException {
        try (var from = Files.newInputStream(file)) {
            copy(from, to, "cannot read '%s': ".formatted(file));
        }
    }

    /** Copies standard input. */
    static void copy(InputStream from, OutputStream to) throws IOException {
        copy(from, to, "");
    }

    // An error while reading must not look like the end: the archive would pass for whole.
    private static void copy(InputStream from, OutputStream to, String unread) throws IOException {
        var piece = new byte[PIECE];
        for (int n = read(from, piece, unread); n >= 0; n = read(from, piece, unread)) {
            to.write(piece, 0, n);
        }
    }

    private static int read(InputStream from, byte[] piece, String unread) throws IOException {
        try {
            return from.read(piece);
        } catch (IOException e) {
            throw new CopyException(
                    unread.isEmpty() ? Console.unreadable(e) : unread + IoReason.of(e));
        }
    }
}
