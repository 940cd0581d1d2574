package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs of node's with the whole herd as their daemon. */
@ExtendWith(Lab.Up.class)
class DockerodeIT {

    private static final Path FLOW = Path.of("src/test/clients/dockerode/flow.cjs");

    private final Lab lab;

    DockerodeIT(Lab lab) {
        this.lab = lab;
    }

    @AfterEach
    void tidy() {
        lab.removeAllContainers();
        lab.removeAllNetworksAndVolumes();
    }

    @Test
    void dockerodeDoesWithTheHerdWhatItDoesWithADaemon() {
        lab.up();
        var modules = lab.script("dockerode").succeeded().out().strip();
        var door = lab.agentSocket("a").resolveSibling("herd-docker.sock");
        var environment = Map.of("DOCKER_HOST", "unix://" + door, "NODE_PATH", modules);

        var flow =
                Run.start(environment, "node", FLOW.toAbsolutePath().toString(), "a", "b", "c")
                        .await();

        assertThat(flow.succeeded().lines())
                .containsExactly(
                        "info names the nodes",
                        "containers are created on all nodes",
                        "a list has those of all nodes",
                        "each is inspected",
                        "a command runs in each",
                        "a command reads what it is sent",
                        "a terminal has its size",
                        "a container is attached to and waited for",
                        "its log is kept",
                        "run does it all in one",
                        "files are put in and got out",
                        "events come from all nodes",
                        "a network is where it is wanted",
                        "a volume is where it is wanted",
                        "what is wrong is refused as by a daemon",
                        "all is removed");
    }
}
