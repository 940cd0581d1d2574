package io.herd.users;

import io.herd.json.policy.BadPolicyException;
import io.herd.json.policy.UsersJson;
import io.herd.json.text.JsonFile;
import io.herd.model.IoReason;
import io.herd.policy.Users;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The users in a file. It is read again whenever it has changed. Thread-safe. */
public final class UsersFile {

    /** Where it usually is. */
    public static final Path USUAL = Path.of("/etc/herd/users.json");

    private static final Set<PosixFilePermission> OTHERS_MAY_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private static final Set<PosixFilePermission> OWNER_AND_GROUP =
            PosixFilePermissions.fromString("rw-r-----");
    private static final String GROUP = "herd";
    private static final System.Logger LOG = System.getLogger("io.herd.users");
    private static final ReentrantLock WRITING = new ReentrantLock();

    /** Changes users. */
    @FunctionalInterface
    public interface Change {

        /**
         * @throws IllegalArgumentException when it makes no sense
         */
        Users of(Users users);
    }

    /** How a file looked when it was read: a file that takes its place has another key. */
    private record Stamp(@Nullable Object key, FileTime modified, long size) {}

    private record Seen(Stamp stamp, Users users) {}

    private final Path file;
    private volatile @Nullable Seen seen;

    public UsersFile(Path file) {
        this.file = file;
    }

    /**
     * The users; none if there is no file.
     *
     * @throws IOException with a message for the operator, when the file cannot be read, is none or
     *     can be written by others
     */
    public Users read() throws IOException {
        try {
            var stamp = stamp();
            var before = seen;
            if (before != null && before.stamp().equals(stamp)) {
                return before.users();
            }
            var now = new Seen(stamp, parsed());
            seen = now;
            return now.users();
        } catch (NoSuchFileException _) {
            return Users.NONE;
        } catch (IOException e) {
            throw new IOException(
                    "cannot read the users in %s: %s".formatted(file, IoReason.of(e)), e);
        }
    }

    private Stamp stamp() throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
    }

    private Users parsed() throws IOException {
        // Whoever may write it may become anybody.
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS_MAY_WRITE::contains)) {
            throw new IOException(
                    "others than its owner can write it: 'chmod go-w %s'".formatted(file));
        }
        try {
            return UsersJson.read(JsonFile.read(file));
        } catch (BadPolicyException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * Changes the users, while nobody else does. Others see the file as it was or as it is then.
     *
     * @throws IOException with a message for the operator
     */
    public void change(Change change) throws IOException {
        var absolute = file.toAbsolutePath();
        var directory = Objects.requireNonNull(absolute.getParent());
        var lock = directory.resolve("." + absolute.getFileName() + ".lock");
        // The system's lock is for processes, not for threads of one.
        WRITING.lock();
        try (var channel =
                        FileChannel.open(
                                lock,
                                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                                PosixFilePermissions.asFileAttribute(OWNER_ONLY));
                var _ = channel.lock()) {
            write(directory, UsersJson.write(change.of(read())));
        } catch (IOException e) {
            throw new IOException(
                    "cannot change the users in %s: %s".formatted(file, IoReason.of(e)), e);
        } finally {
            WRITING.unlock();
        }
    }

    // The service is no root, but in the group that also has its socket.
    private static void share(Path begun) throws IOException {
        try {
            var group =
                    begun.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByGroupName(GROUP);
            Files.getFileAttributeView(begun, PosixFileAttributeView.class).setGroup(group);
            Files.setPosixFilePermissions(begun, OWNER_AND_GROUP);
        } catch (UserPrincipalNotFoundException | FileSystemException _) {
            LOG.log(Level.DEBUG, "the group {0} cannot be given {1}", GROUP, begun);
        }
    }

    private void write(Path directory, String text) throws IOException {
        var begun =
                Files.createTempFile(
                        directory,
                        ".herd-",
                        ".part",
                        PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(begun, text);
            share(begun);
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(begun);
        }
    }
}
