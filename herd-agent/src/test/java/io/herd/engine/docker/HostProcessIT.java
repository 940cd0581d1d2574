package io.herd.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same with real control groups, which only root can make. */
class HostProcessIT {

    private static final String ID =
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");

    private final Duration asked = HostProcess.uptime();

    @AutoClose private final Sleeper victim = Sleeper.start();

    HostProcessIT() throws IOException {}

    @Test
    void itsContainersNameMustBeAWholeOneInItsGroupsPath() throws Exception {
        try (var group = new Group("x" + ID)) {
            group.take(victim.process());
            assertThatThrownBy(() -> new HostProcess(victim.pid(), ID, asked).check())
                    .hasMessageContaining("is not of this container");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ID, "docker-" + ID + ".scope", "libpod-" + ID + ".scope"})
    void aProcessOfTheContainerIsKnownHoweverItsGroupIsCalled(String name) throws Exception {
        try (var group = new Group(name)) {
            group.take(victim.process());
            new HostProcess(victim.pid(), ID, asked).check();
        }
    }

    @Test
    void oneThatWasThereBeforeTheCommandIsLeftAlone() throws Exception {
        try (var group = new Group(ID)) {
            group.take(victim.process());
            var later = asked.plus(Duration.ofMinutes(1));
            assertThatThrownBy(() -> new HostProcess(victim.pid(), ID, later).signal("SIGKILL"))
                    .hasMessage("process %d was there before this command", victim.pid());
            assertThat(victim.isAlive()).isTrue();
        }
    }

    /** A control group of its own for a process of ours. */
    private static final class Group implements AutoCloseable {

        private final Path directory;

        Group(String name) throws IOException {
            directory = Files.createDirectory(root().resolve(name));
        }

        private static Path root() {
            return Files.exists(GROUPS.resolve("cgroup.procs"))
                    ? GROUPS
                    : Stream.of("pids", "freezer", "devices")
                            .map(GROUPS::resolve)
                            .filter(Files::isDirectory)
                            .findFirst()
                            .orElseThrow();
        }

        void take(Process process) throws IOException {
            Files.writeString(directory.resolve("cgroup.procs"), Long.toString(process.pid()));
        }

        @Override
        public void close() throws IOException {
            for (var line : Files.readAllLines(directory.resolve("cgroup.procs"))) {
                Files.writeString(root().resolve("cgroup.procs"), line);
            }
            Files.delete(directory);
        }
    }
}
