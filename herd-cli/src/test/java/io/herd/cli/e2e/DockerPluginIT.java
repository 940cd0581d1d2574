package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** herd as a plugin of the real docker command. */
@ExtendWith(Lab.Up.class)
class DockerPluginIT {

    @TempDir Path dockerConfig;

    private final Lab lab;

    DockerPluginIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void link() throws IOException {
        var plugins = Files.createDirectory(dockerConfig.resolve("cli-plugins"));
        Files.createSymbolicLink(plugins.resolve("docker-herd"), lab.herd());
    }

    @Test
    void dockerHerdIsHerd() {
        assertThat(docker("herd", "node", "ls", "-q").succeeded().lines())
                .containsExactly("a", "b", "c");
        assertThat(docker("herd", "container", "inspect", "nosuch").exit()).isEqualTo(4);
    }

    @Test
    void dockerListsItAmongItsCommands() {
        assertThat(docker("help").out())
                .containsPattern("(?m)^ +herd\\* +Any number of Docker hosts");
        assertThat(docker("info").out()).doesNotContain("failed to fetch metadata");
    }

    @Test
    void dockerHelpsWithIt() {
        assertThat(docker("help", "herd").succeeded().out()).contains("herd [OPTIONS] COMMAND");
        assertThat(docker("help", "herd", "node", "ls").succeeded().out())
                .contains("List the nodes of the herd");
    }

    @Test
    void dockersOwnCompletionGetsNoError() {
        var completed = docker("__completeNoDesc", "herd", "no");

        assertThat(completed.succeeded().out()).contains(":4");
        assertThat(completed.err()).doesNotContain("herd: ");
    }

    @Test
    void anOptionOfDockersIsNotTakenForOneOfHerds() {
        var refused = docker("-H", "tcp://127.0.0.1:1", "herd", "ps");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("'-H' is an option of docker's");
    }

    private Run.Ended docker(String... arguments) {
        var environment = new HashMap<>(lab.environment());
        environment.putAll(Map.of("DOCKER_CONFIG", dockerConfig.toString()));
        return Run.start(environment, command(arguments)).await();
    }

    private static String[] command(String... arguments) {
        return Stream.concat(Stream.of("docker"), Stream.of(arguments)).toArray(String[]::new);
    }
}
