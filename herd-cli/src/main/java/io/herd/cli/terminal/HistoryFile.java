package io.herd.cli.terminal;

import io.herd.model.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The file with the shell's history, which only its owner can read. */
record HistoryFile(Path path) {

    // Users link the file there if they want no history; any other device might be read without
    // end.
    private static final Path NOWHERE = Path.of("/dev/null");
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    /** Creates the directory and the file; returns why not, if that fails. */
    Optional<String> prepare() {
        try {
            var directory = path.toAbsolutePath().getParent();
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            if (!Files.exists(path)) {
                Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else if (Files.isRegularFile(path)) {
                closeToOthers();
            } else if (!Files.isSameFile(path, NOWHERE)) {
                return Optional.of("%s is not a regular file".formatted(path));
            }
            return Files.isWritable(path) ? Optional.empty() : Optional.of("cannot write " + path);
        } catch (IOException e) {
            return Optional.of("cannot make %s: %s".formatted(path, IoReason.of(e)));
        }
    }

    // An older herd may have created it readable for others, or it comes from elsewhere.
    private void closeToOthers() {
        try {
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        } catch (IOException e) {
            // It belongs to somebody else, who has shared it.
        }
    }
}
