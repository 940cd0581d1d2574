package io.herd.cluster.socket;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The file of a Unix socket, created with safe permissions whatever the umask: in a private
 * directory first, then moved to its place once only those who may use it have access. Replaces
 * only a socket at which nobody listens, and removes only the one it created.
 */
record SocketFile(Path path, @Nullable Object key) {

    private static final System.Logger LOG = System.getLogger("io.herd.cluster.socket");

    /** Group whose members may use the socket, and so do whatever the agent can. */
    static final String GROUP = "herd";

    // The bits of st_mode for the type of file, and their value for a socket; inode(7).
    private static final int KIND = 0170000;
    private static final int SOCKET = 0140000;
    private static final int TRIES = 100;

    /**
     * Binds the server to the path, unless something else is there or listens there.
     *
     * @param shared whether members of the group may use it, too
     * @throws IOException with the reason, when it cannot be bound there
     */
    static SocketFile bind(ServerSocketChannel server, Path path, boolean shared)
            throws IOException {
        var directory = path.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException("it is no file");
        }
        Files.createDirectories(directory);
        needRoom(path);
        var hidden = privateDirectory(directory);
        var made = hidden.resolve("s");
        try {
            server.bind(UnixDomainSocketAddress.of(made));
            allow(made, shared);
            var key = Files.readAttributes(made, BasicFileAttributes.class).fileKey();
            Files.move(made, path, StandardCopyOption.ATOMIC_MOVE);
            return new SocketFile(path, key);
        } finally {
            Files.deleteIfExists(made);
            Files.deleteIfExists(hidden);
        }
    }

    private static void needRoom(Path path) throws IOException {
        if (!Files.exists(path, NOFOLLOW_LINKS)) {
            return;
        }
        int mode = (int) Files.getAttribute(path, "unix:mode", NOFOLLOW_LINKS);
        if ((mode & KIND) != SOCKET) {
            throw new IOException("there is something else, and it is not removed");
        }
        if (isListenedAt(path)) {
            throw new IOException(
                    SocketCluster.at(path).isPresent()
                            ? "another agent does"
                            : "something else listens there");
        }
    }

    private static boolean isListenedAt(Path path) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false);
            channel.connect(UnixDomainSocketAddress.of(path));
            return true;
        } catch (ConnectException e) {
            // The file was left by an agent that was killed.
            return false;
        }
    }

    // The path of a socket has at most 107 bytes: use a short name.
    private static Path privateDirectory(Path parent) throws IOException {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        for (int left = TRIES; ; left--) {
            var number = ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36);
            try {
                return Files.createDirectory(
                        parent.resolve(".h" + Integer.toString(number, 36)), ownerOnly);
            } catch (FileAlreadyExistsException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private static void allow(Path socket, boolean shared) throws IOException {
        var mode = shared && isOfGroup(socket) ? "rw-rw----" : "rw-------";
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString(mode));
    }

    private static boolean isOfGroup(Path socket) {
        try {
            var group =
                    socket.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByGroupName(GROUP);
            Files.getFileAttributeView(socket, PosixFileAttributeView.class).setGroup(group);
            return true;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "no group ''{0}'': the socket is its owner''s alone", GROUP);
            return false;
        }
    }

    /** Removes the file, if it is still the one that was created. */
    void remove() throws IOException {
        if (isThere()) {
            Files.deleteIfExists(path);
        }
    }

    /** Whether the file is still the one that was created. */
    boolean isThere() throws IOException {
        try {
            var there = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
            return key != null && key.equals(there.fileKey());
        } catch (NoSuchFileException e) {
            // Somebody else has removed it.
            return false;
        }
    }
}
