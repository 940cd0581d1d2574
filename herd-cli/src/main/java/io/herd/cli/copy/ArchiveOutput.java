package io.herd.cli.copy;

import io.herd.cli.archive.CopyException;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Ending;
import io.herd.cli.flow.Received;
import io.herd.cli.flow.Talk;
import io.herd.model.IoReason;
import io.herd.stream.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where an archive goes as it is: to a file, or to standard output.
 *
 * @param file that is written or replaced once the archive is complete; empty for standard output
 */
public record ArchiveOutput(Optional<Path> file, Console console) {

    /**
     * Checks that the archive would not be shown.
     *
     * @throws CopyException if standard output is a terminal
     */
    public void check() throws CopyException {
        if (file.isEmpty() && console.terminal()) {
            throw new CopyException(
                    "an archive is nothing to show on a terminal: write it to a file with -o FILE, or redirect it");
        }
        if (file.isPresent() && Files.isDirectory(file.get())) {
            throw new CopyException(
                    "'%s' is a directory: name a file with -o".formatted(file.get()));
        }
    }

    /** Takes the archive to its end, and closes the session. */
    public Ending take(Session session) throws IOException {
        return file.isPresent() ? take(session, file.get()) : new Talk(session, console).run(false);
    }

    // What was in the file stays until all is there to take its place.
    private static Ending take(Session session, Path file) throws IOException {
        try (var received = new Received(session)) {
            var beside = beside(file);
            try {
                var ending =
                        received.by(bytes -> {
                            try (var to = Files.newOutputStream(beside)) {
                                bytes.transferTo(to);
                            }
                        });
                if (ending instanceof Ending.Complete) {
                    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
                }
                return ending;
            } catch (IOException e) {
                throw unwritten(file, e);
            } finally {
                Files.deleteIfExists(beside);
            }
        }
    }

    private static Path beside(Path file) throws CopyException {
        try {
            var directory = file.toAbsolutePath().getParent();
            return Files.createTempFile(directory, ".herd-", ".part");
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    private static CopyException unwritten(Path file, IOException e) {
        return new CopyException("cannot write '%s': %s".formatted(file, IoReason.of(e)));
    }
}
