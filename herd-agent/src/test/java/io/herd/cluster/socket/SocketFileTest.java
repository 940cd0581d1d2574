package io.herd.cluster.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.cluster.CommandHandler;
import io.herd.cluster.InProcessCluster;
import io.herd.model.NodeName;
import io.herd.stream.Echo;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent's socket may take the place of, and who can ever open it. */
class SocketFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void aFileIsNotRemovedForASocket() throws Exception {
        var file = Files.writeString(directory.resolve("letter"), "dear");

        assertThatThrownBy(() -> listen(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "cannot listen at %s: there is something else, and it is not removed; choose another --socket",
                        file);
        assertThat(file).hasContent("dear");
    }

    @Test
    void aLinkIsNotRemovedForASocketNorWhatItLeadsTo() throws Exception {
        var stale = stale(directory.resolve("stale"));
        var link = Files.createSymbolicLink(directory.resolve("link"), stale);

        assertThatThrownBy(() -> listen(link)).hasMessageContaining("there is something else");
        assertThat(link).isSymbolicLink();
        assertThat(Files.exists(stale, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    void aDirectoryIsNotRemovedForASocket() throws Exception {
        var sub = Files.createDirectory(directory.resolve("sub"));

        assertThatThrownBy(() -> listen(sub)).hasMessageContaining("there is something else");
        assertThat(sub).isDirectory();
    }

    @Test
    void aSocketAtWhichSomebodyElseListensIsNotTaken() throws Exception {
        var path = directory.resolve("busy");
        try (var other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.bind(UnixDomainSocketAddress.of(path));

            assertThatThrownBy(() -> listen(path))
                    .hasMessageContaining("something else listens there");
            assertThat(other.accept().isConnected()).isTrue();
        }
    }

    @Test
    void aSocketThatAKilledAgentLeftIsReplaced() throws Exception {
        var path = stale(directory.resolve("herd.sock"));

        try (var _ = listen(path)) {
            assertThat(SocketCluster.at(path)).isPresent();
        }
        assertThat(path).doesNotExist();
        try (var rest = Files.list(directory)) {
            assertThat(rest).isEmpty();
        }
    }

    @Test
    void whatSomebodyElsePutThereMeanwhileIsNotRemoved() throws Exception {
        var path = directory.resolve("herd.sock");
        try (var _ = listen(path)) {
            Files.delete(path);
            Files.writeString(path, "dear");
        }
        assertThat(path).hasContent("dear");
    }

    /** The tests' umask is the usual one: bound in its place it could be seen with mode 755. */
    @Test
    void whenItCanBeSeenAtAllItsModeIsRight() throws Exception {
        try (var watch = directory.getFileSystem().newWatchService()) {
            directory.register(
                    watch,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            try (var _ = listen(directory.resolve("herd.sock"))) {
                var modified = false;
                for (var key = watch.poll(1, TimeUnit.SECONDS);
                        key != null;
                        key = watch.poll(100, TimeUnit.MILLISECONDS)) {
                    for (var event : key.pollEvents()) {
                        modified |=
                                event.kind().equals(StandardWatchEventKinds.ENTRY_MODIFY)
                                        && event.context().toString().equals("herd.sock");
                    }
                    key.reset();
                }
                assertThat(modified).as("changed after it was there").isFalse();
                assertThat(Files.getPosixFilePermissions(directory.resolve("herd.sock")))
                        .doesNotContain(
                                PosixFilePermission.OTHERS_READ,
                                PosixFilePermission.OTHERS_WRITE,
                                PosixFilePermission.OTHERS_EXECUTE);
            }
        }
    }

    private static SocketServer listen(Path path) throws IOException {
        var a = new NodeName("a");
        var herd =
                new InProcessCluster().with("a", (_, _) -> new Outcome.Done(new Result.Nothing()));
        return SocketServer.open(path, "test", a, herd, new Echo(), CommandHandler.NONE);
    }

    private static Path stale(Path path) throws IOException {
        try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(path));
        }
        assertThat(Set.of(path)).allSatisfy(it -> assertThat(Files.exists(it)).isTrue());
        return path;
    }
}
