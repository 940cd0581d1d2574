package io.herd.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Where lines are kept for the next time: for their owner alone. */
record HistoryFile(Path path) {

    /** Makes the directory and the file; says why if it cannot. */
    Optional<String> prepare() {
        try {
            var directory = path.toAbsolutePath().getParent();
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            if (!Files.exists(path)) {
                Files.createFile(
                        path,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            return Files.isWritable(path) ? Optional.empty() : Optional.of("cannot write " + path);
        } catch (IOException e) {
            return Optional.of("cannot make %s: %s".formatted(path, e.getMessage()));
        }
    }
}
