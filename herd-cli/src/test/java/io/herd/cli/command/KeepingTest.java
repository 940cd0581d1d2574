package io.herd.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.cli.context.CommandContext;
import io.herd.cli.context.KeeperSockets;
import io.herd.cli.context.Place;
import io.herd.cli.flow.MemoryConsole;
import io.herd.model.TypedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keeper a command line is meant for. */
class KeepingTest {

    private static final KeeperSockets SOCKETS = new KeeperSockets(Path.of("/run/user/1000/herd"));
    private static final Path SOCKET = SOCKETS.of(List.of("herd", "h:7800", "", "/k"));

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps --join h --key /k",
                "--join=h:7800 --key=/k ps",
                "ps --join h --key /k --direct --keep 10m",
                "ps --join h --key /k --deadline 2s",
            })
    void whoeverWouldJoinLikewiseIsAnswered(String line) {
        assertThat(place(line)).isEqualTo(Place.ANYWHERE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps",
                "ps --join h",
                "ps --key /k",
                "ps --join h --key /k2",
                "ps --join h --key ../k",
                "ps --join h --key k",
                "ps --join h,h2 --key /k",
                "ps --join h:7801 --key /k",
                "ps --join h --key /k --bind 127.0.0.1",
                "ps --join h --key /k --cluster sheep",
                "ps --join h --key /k --keep off",
                "ps --join h --key /k --config f",
                "exec -i --join h --key /k web sh",
            })
    void nobodyElseIs(String line) {
        assertThat(place(line)).isEqualTo(Place.CALLERS);
    }

    private static Place place(String line) {
        var typed =
                new TypedLine(
                        "1",
                        "/opt/herd",
                        SOCKET.toString(),
                        Arrays.asList(line.split(" ", -1)),
                        Map.of("XDG_RUNTIME_DIR", "/run/user/1000"),
                        "",
                        "",
                        false,
                        Optional.empty(),
                        false,
                        false);
        var context =
                CommandContext.of(typed, Optional.empty(), Optional.empty(), new MemoryConsole());
        return new Invocation(
                        (_, _, _) -> {
                            throw new IllegalStateException("nobody is asked");
                        },
                        context,
                        typed.arguments().toArray(String[]::new))
                .place(SOCKET, "herd");
    }

    @Test
    void theDirectoryIsMadeForItsOwnerAlone() throws IOException {
        var sockets = new KeeperSockets(directory.resolve("herd"));
        assertThat(sockets.all()).isEmpty();

        sockets.prepare();
        sockets.prepare();

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(sockets.directory())))
                .isEqualTo("rwx------");
        Files.createFile(sockets.directory().resolve("2.sock"));
        Files.createFile(sockets.directory().resolve("1.sock"));
        Files.createFile(sockets.directory().resolve("note"));
        assertThat(sockets.all())
                .map(it -> it.getFileName().toString())
                .containsExactly("1.sock", "2.sock");
    }

    @Test
    void ofSeveralCommandsAtOnceOneStartsAKeeper() throws IOException {
        var sockets = new KeeperSockets(directory);
        var socket = sockets.of(List.of("herd"));

        assertThat(sockets.begins(socket)).isTrue();
        assertThat(sockets.begins(socket)).isFalse();
        assertThat(sockets.begins(sockets.of(List.of("other")))).isTrue();
        sockets.begun(socket);
        assertThat(sockets.begins(socket)).isTrue();
        assertThat(sockets.all()).isEmpty();
    }

    @Test
    void oneThatIsStoppedBeforeItHasBegunKnowsIt() throws IOException {
        var sockets = new KeeperSockets(directory);
        var socket = sockets.of(List.of("herd"));
        assertThat(sockets.begins(socket)).isTrue();
        assertThat(sockets.begun(socket)).isTrue();
        assertThat(sockets.begins(socket)).isTrue();

        sockets.stopBeginning();

        assertThat(sockets.begun(socket)).isFalse();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void oneThatHasNotBegunForLongIsStartedAgain() throws IOException {
        var sockets = new KeeperSockets(directory);
        var socket = sockets.of(List.of("herd"));
        assertThat(sockets.begins(socket)).isTrue();
        try (var marks = Files.list(directory)) {
            for (var mark : marks.toList()) {
                Files.setLastModifiedTime(mark, FileTime.from(Instant.now().minusSeconds(60)));
            }
        }

        assertThat(sockets.begins(socket)).isTrue();
        assertThat(sockets.begins(socket)).isFalse();
    }

    @Test
    void aDirectoryThatOthersMayEnterIsRefused() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));

        assertThatThrownBy(new KeeperSockets(directory)::prepare)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "%s must be yours alone, with mode 700: remove it, or set XDG_RUNTIME_DIR to a directory of your own",
                        directory);
    }
}
