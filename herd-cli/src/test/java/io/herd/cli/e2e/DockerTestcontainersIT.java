package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests with Testcontainers run with the whole herd as their daemon. */
@ExtendWith(Lab.Up.class)
class DockerTestcontainersIT {

    private final Lab lab;

    DockerTestcontainersIT(Lab lab) {
        this.lab = lab;
    }

    // On the host itself, where a test looks for the ports.
    @Test
    void theyFindTheirPortsNetworksAndFiles(@TempDir Path home) {
        lab.up();
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();

        var flow =
                lab.startOn(
                                "a",
                                "env",
                                "HOME=" + home,
                                "DOCKER_HOST=unix://"
                                        + lab.agentSocket("a").resolveSibling("herd-docker.sock"),
                                // Its cleaner is an image of a registry's, and so is what finds a
                                // host's address where the tests themselves run in a container.
                                "TESTCONTAINERS_RYUK_DISABLED=true",
                                "TESTCONTAINERS_HOST_OVERRIDE=localhost",
                                java,
                                "-cp",
                                classPath(),
                                DockerTestcontainersFlow.class.getName(),
                                "a",
                                "b",
                                "c")
                        .await();

        assertThat(flow.succeeded().out()).endsWith("all is as with one daemon\n");
        for (var host : Lab.HOSTS) {
            assertThat(lab.docker(host, "ps", "-aq").lines()).isEmpty();
        }
    }

    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
