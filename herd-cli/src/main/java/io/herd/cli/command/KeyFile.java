package io.herd.cli.command;

import io.herd.cluster.Key;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/**
 * The file that holds the herd's key: a line, or two while the herd changes from one to the other.
 */
final class KeyFile {

    private static final int BYTES = 32;
    // The one that is shown and, while the key changes, the other that is accepted.
    private static final int MOST = 2;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private KeyFile() {}

    /** A new key, as text. */
    static String fresh() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Writes a new key for its owner alone; never over a file that is there. */
    static void create(Path file) throws KeyFileException {
        try {
            var begun =
                    Files.createTempFile(
                            file.toAbsolutePath().getParent(),
                            ".herd-",
                            ".part",
                            PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                Files.writeString(begun, fresh() + "\n");
                // Not moved: that would take the place of what is there.
                Files.createLink(file, begun);
            } finally {
                Files.delete(begun);
            }
        } catch (FileAlreadyExistsException _) {
            throw new KeyFileException(
                    "%s is there already and is not overwritten: give another file, or remove it"
                            .formatted(file));
        } catch (IOException e) {
            throw new KeyFileException("cannot write the key to %s: %s".formatted(file, reason(e)));
        }
    }

    static Key read(Path file) throws KeyFileException {
        try {
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new KeyFileException(
                        "everybody can read the key in %s: make it private with 'chmod 600 %s'"
                                .formatted(file, file));
            }
            return parse(Files.readString(file));
        } catch (NoSuchFileException _) {
            throw new KeyFileException(
                    "no key file %s: make one with 'herd key new %s'".formatted(file, file));
        } catch (IOException e) {
            throw new KeyFileException(
                    "cannot read the key file %s: %s".formatted(file, reason(e)));
        } catch (IllegalArgumentException e) {
            throw new KeyFileException("%s: %s".formatted(file, e.getMessage()));
        }
    }

    /**
     * @throws IllegalArgumentException naming the line and the mend
     */
    private static Key parse(String text) {
        var secrets = new ArrayList<String>();
        int number = 0;
        for (var line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty()) {
                continue;
            }
            if (secrets.size() == MOST) {
                throw new IllegalArgumentException(
                        "line %d: a third key: keep the one to show and one more to accept"
                                .formatted(number));
            }
            secrets.add(checked(line, number));
        }
        return new Key(secrets);
    }

    private static String checked(String secret, int line) {
        try {
            return new Key(secret).secret();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line %d: %s".formatted(line, e.getMessage()), e);
        }
    }

    // The message of a file system exception is often only the file's name; its reason is in its
    // kind.
    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "no such directory";
            case java.nio.file.FileSystemException system when system.getReason() != null ->
                    system.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
