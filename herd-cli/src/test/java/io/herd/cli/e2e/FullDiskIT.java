package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be written, on devices and disks that are really full. */
@Tag(Lab.ALONE)
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class FullDiskIT {

    private static final String TOLD = "herd: cannot write: No space left on device\n";

    @TempDir Path disk;

    private final Lab lab;

    FullDiskIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeAll
    void web() {
        lab.up();
        lab.startTicking("b", "web");
    }

    @BeforeEach
    void mount() {
        bash("mount -t tmpfs -o size=64k herd-test " + disk).succeeded();
    }

    @AfterEach
    void unmount() {
        bash("umount " + disk).succeeded();
    }

    @AfterAll
    void mend() {
        lab.mend();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps",
                "ps --json",
                "logs web",
                "logs -f web",
                "logs -f web web",
                "exec web echo x",
                "attach web",
                "run --rm busybox echo x",
                "cp web:/etc -",
                "events --since 10m --until 0s",
                "stats",
                "stats --no-stream",
                "completion bash",
                "key new",
                "version",
                "--help"
            })
    void aFullDeviceAtStandardOutputIsAnError(String arguments) {
        var full = bash("\"$0\" %s >/dev/full".formatted(arguments));

        assertThat(full.exit()).as(full.err()).isEqualTo(1);
        assertThat(full.err()).isEqualTo(TOLD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps",
                "logs -f web",
                "logs -f web web",
                "exec web yes",
                "cp web:/bin -",
                "completion bash",
                "stats --format json"
            })
    void aClosedPipeIsNone(String arguments) {
        var head = bash("set -o pipefail; \"$0\" %s | head -c 1 >/dev/null".formatted(arguments));

        assertThat(head.exit()).as(head.err()).isZero();
        assertThat(head.err()).isEmpty();
    }

    @Test
    void aScriptAndDockersPluginTellIt() throws IOException {
        var script = bash("echo version | \"$0\" shell >/dev/full");
        assertThat(script.exit()).isEqualTo(1);
        assertThat(script.err()).isEqualTo(TOLD);

        var plugins = Files.createDirectories(disk.resolve("cli-plugins"));
        Files.createSymbolicLink(plugins.resolve("docker-herd"), lab.herd());
        var docker = bash("DOCKER_CONFIG=%s docker herd ps >/dev/full".formatted(disk));
        assertThat(docker.exit()).isEqualTo(1);
        assertThat(docker.err()).isEqualTo(TOLD);
    }

    @Test
    void whatTheContainerSaysOfErrorsMayNotGetLostEither() {
        var full = bash("\"$0\" exec web sh -c 'echo x >&2' 2>/dev/full");

        assertThat(full.exit()).isEqualTo(1);
    }

    @Test
    void aCopyThatHasNoRoomNamesTheFileAndLeavesWhatWasThere() throws IOException {
        var large = Files.writeString(disk.resolve("large"), "mine");
        lab.docker("b", "exec", "web", "sh", "-c", "head -c 200000 /dev/zero >/large").succeeded();

        var copied = lab.herd("cp", "web:/large", large.toString());

        assertThat(copied.exit()).isEqualTo(1);
        assertThat(copied.err())
                .isEqualTo("herd: cannot write '%s': No space left on device\n".formatted(large));
        assertThat(large).hasContent("mine");
        assertThat(disk).isDirectoryNotContaining(it -> !it.equals(large));
    }

    @Test
    void aCopyOfSeveralFilesSaysThatWhatCameBeforeIsLeft() {
        lab.docker(
                        "b",
                        "exec",
                        "web",
                        "sh",
                        "-c",
                        "mkdir /some; echo x >/some/small; head -c 200000 /dev/zero >/some/large")
                .succeeded();

        var copied = lab.herd("cp", "web:/some", disk.toString());

        assertThat(copied.exit()).isEqualTo(1);
        assertThat(copied.err())
                .isEqualTo(
                        "herd: cannot write '%s/some/large': No space left on device; what the copy has before it is left\n"
                                .formatted(disk));
        assertThat(disk.resolve("some/large")).doesNotExist();
    }

    @Test
    void aKeyThatHasNoRoomDoesNotStandInTheWayOfTheNextTry() throws IOException {
        var filler = disk.resolve("filler");
        var key = disk.resolve("key");
        bash("cat /dev/zero >%s".formatted(filler));

        var none = lab.herd("key", "new", key.toString());
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err())
                .isEqualTo(
                        "herd: cannot write the key to %s: No space left on device\n"
                                .formatted(key));
        assertThat(disk).isDirectoryNotContaining(it -> !it.equals(filler));

        Files.delete(filler);
        lab.herd("key", "new", key.toString()).succeeded();
        assertThat(key).content().hasSize(44);
    }

    private Run.Ended bash(String script) {
        return lab.bash(script);
    }
}
