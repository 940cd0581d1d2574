package io.herd.cli.config;

import io.herd.cluster.Key;
import io.herd.model.IoReason;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Reads, checks and creates the file that holds the herd's key: one line, or two while the herd
 * changes from one key to the other.
 */
public final class KeyFile {

    private static final int BYTES = 32;
    // Fewest different values among the bytes of a key.
    private static final int FEWEST = 16;
    private static final double MOST_SMALL = 0.85;
    // The key to show and, while the herd changes its key, another one to accept.
    private static final int MOST = 2;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ALONE =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);
    // Members of this group may do at the agent's socket whatever the key allows.
    private static final String GROUP = "herd";

    private KeyFile() {}

    /** A new random key, as text. */
    public static String fresh() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Writes a new key to a file that only its owner can read, in a directory that only its owner
     * can enter if it must be made; never overwrites a file.
     */
    public static void create(Path file) throws KeyFileException {
        try {
            var directory = file.toAbsolutePath().getParent();
            if (directory != null && !Files.exists(directory)) {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
            }
            var begun =
                    Files.createTempFile(
                            directory,
                            ".herd-",
                            ".part",
                            PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                Files.writeString(begun, fresh() + "\n");
                // A link, not a move: a move would replace a file that exists.
                Files.createLink(file, begun);
            } finally {
                Files.delete(begun);
            }
        } catch (FileAlreadyExistsException _) {
            throw new KeyFileException(
                    "%s is there already and is not overwritten: give another file, or remove it"
                            .formatted(file));
        } catch (IOException e) {
            throw new KeyFileException(
                    "cannot write the key to %s: %s".formatted(file, IoReason.of(e)));
        }
    }

    /**
     * Reads a key file.
     *
     * @param usual where a key usually is, to be named if this file is missing
     */
    public static Key read(Path file, List<Path> usual) throws KeyFileException {
        try {
            // Reading from a named pipe or a device may block for ever.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new KeyFileException("%s is no file: give that of the key".formatted(file));
            }
            if (isOpen(Files.readAttributes(file, PosixFileAttributes.class))) {
                throw new KeyFileException(
                        "others than its owner can read the key in %s: make it private with 'chmod 600 %s'"
                                .formatted(file, file));
            }
            return parse(Files.readString(file));
        } catch (NoSuchFileException _) {
            // A new key would found another herd.
            var other = usual.stream().filter(Files::exists).findFirst();
            throw new KeyFileException(
                    other.isPresent()
                            ? "no key file %s, but there is %s: give that"
                                    .formatted(file, other.get())
                            : "no key file %s: make one with 'herd key new %s'"
                                    .formatted(file, file));
        } catch (IOException e) {
            throw new KeyFileException(
                    "cannot read the key file %s: %s".formatted(file, IoReason.of(e)));
        } catch (IllegalArgumentException e) {
            throw new KeyFileException("%s: %s".formatted(file, e.getMessage()));
        }
    }

    private static boolean isOpen(PosixFileAttributes file) {
        return file.permissions().stream().anyMatch(OTHERS::contains)
                || (file.permissions().contains(PosixFilePermission.GROUP_READ)
                        && !file.group().getName().equals(GROUP));
    }

    /**
     * Parses the lines of a key file.
     *
     * @throws IllegalArgumentException naming the line and how to mend it
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
            var _ = new Key(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line %d: %s".formatted(line, e.getMessage()), e);
        }
        if (!isRandom(secret)) {
            throw new IllegalArgumentException(
                    "line %d: this is no key of 32 random bytes, and every stranger may try to guess it: make one with 'herd key new FILE'"
                            .formatted(line));
        }
        return secret;
    }

    // Every stranger is shown a public key derived from the secret, so a secret that a person
    // thought of is not enough. 32 random bytes fail this check once in 10^9 times: fewer than 16
    // different bytes, fewer than 16 different differences, or nearly all small letters in their
    // text.
    private static boolean isRandom(String secret) {
        var bytes = decoded(secret);
        if (bytes.length < BYTES || small(secret) > MOST_SMALL * secret.length()) {
            return false;
        }
        var values = new HashSet<Integer>();
        var steps = new HashSet<Integer>();
        for (int i = 0; i < bytes.length; i++) {
            values.add(bytes[i] & 0xff);
            steps.add((bytes[i] - bytes[Math.max(0, i - 1)]) & 0xff);
        }
        return values.size() >= FEWEST && steps.size() >= FEWEST;
    }

    private static long small(String secret) {
        return secret.chars().filter(c -> c >= 'a' && c <= 'z').count();
    }

    /**
     * The bytes of a secret in Base64, or in hex as other tools write it; empty if it is neither.
     */
    private static byte[] decoded(String secret) {
        try {
            return secret.matches("([0-9a-fA-F]{2})+")
                    ? HexFormat.of().parseHex(secret)
                    : Base64.getUrlDecoder().decode(secret.replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
