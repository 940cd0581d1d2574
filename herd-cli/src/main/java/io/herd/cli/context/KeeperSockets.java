package io.herd.cli.context;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The directory of sockets at which the user's keepers listen: processes that stay in a herd for
 * the commands that follow.
 */
public record KeeperSockets(Path directory) {

    private static final String SUFFIX = ".sock";
    private static final String MARK = ".begins";
    private static final String OWNERS_ALONE = "rwx------";

    // One that has not joined by then has failed.
    private static final Duration SLOWEST = Duration.ofSeconds(20);

    // FNV-1a, 64 bits: the JDK's digests would take a short command longer than its question.
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /**
     * The socket of a keeper.
     *
     * @param joining all that decides which herd it is in, and as whom
     */
    public Path of(List<String> joining) {
        long hash = BASIS;
        for (byte one : String.join("\n", joining).getBytes(UTF_8)) {
            hash = (hash ^ (one & 0xff)) * PRIME;
        }
        return directory.resolve("%016x".formatted(hash) + SUFFIX);
    }

    /** All that there are, also those that nobody listens at any more. */
    public List<Path> all() throws IOException {
        return files(SUFFIX);
    }

    private List<Path> files(String suffix) throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(it -> it.toString().endsWith(suffix)).sorted().toList();
        }
    }

    /**
     * Whether a keeper is to be started for this socket: of several commands at once, one does it.
     */
    public boolean begins(Path socket) throws IOException {
        var mark = mark(socket);
        if (Files.exists(mark)
                && Files.getLastModifiedTime(mark)
                        .toInstant()
                        .isBefore(Instant.now().minus(SLOWEST))) {
            begun(socket);
        }
        try {
            Files.createFile(mark);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /**
     * Says that it listens.
     *
     * @return whether it was still to begin
     */
    public boolean begun(Path socket) throws IOException {
        return Files.deleteIfExists(mark(socket));
    }

    /** Has none stay that has not begun yet. */
    public void stopBeginning() throws IOException {
        for (var mark : files(MARK)) {
            Files.deleteIfExists(mark);
        }
    }

    private static Path mark(Path socket) {
        return Path.of(socket + MARK);
    }

    /**
     * Makes the directory, for its owner alone.
     *
     * @throws IOException with a message for the user, also if it is there and others can use it
     */
    public void prepare() throws IOException {
        if (Files.notExists(directory)) {
            Files.createDirectory(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNERS_ALONE)));
        }
        var own = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(directory));
        if (!Files.getAttribute(directory, "unix:uid").equals(own) || !mode.equals(OWNERS_ALONE)) {
            throw new IOException(
                    "%s must be yours alone, with mode 700: remove it, or set XDG_RUNTIME_DIR to a directory of your own"
                            .formatted(directory));
        }
    }
}
