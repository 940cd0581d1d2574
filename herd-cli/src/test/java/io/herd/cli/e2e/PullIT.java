package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Images from a real registry: Debian's, on each host's own loopback, all over one directory. */
@ExtendWith(Lab.Up.class)
class PullIT {

    private static final String IMAGE = Registries.ADDRESS + "/herd/pulled:1";

    @TempDir Path directory;

    private final Lab lab;
    private Registries registries;

    PullIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void anImageInTheRegistryThatNoHostHas() throws Exception {
        registries = Registries.open(lab, directory);
        lab.docker("a", "tag", "busybox", IMAGE).succeeded();
        lab.docker("a", "push", "-q", IMAGE).succeeded();
        lab.docker("a", "rmi", IMAGE).succeeded();
    }

    @AfterEach
    void stopTheRegistries() {
        Lab.HOSTS.forEach(host -> lab.docker(host, "rmi", IMAGE));
        registries.close();
    }

    @Test
    void anImageIsPulledOnAllNodesAndRemovedFromAll() {
        var pulled = lab.ask("image", "pull", IMAGE).succeeded();

        assertThat(pulled.lines()).hasSize(3);
        assertThat(Lab.HOSTS)
                .allSatisfy(host ->
                        assertThat(lab.docker(host, "images", "-q", IMAGE).lines()).hasSize(1));
        assertThat(lab.ask("images").succeeded().out())
                .containsPattern("(?m)^127.0.0.1:5000/herd/pulled +1 .* a,b,c$");

        lab.ask("image", "rm", IMAGE).succeeded();

        assertThat(Lab.HOSTS)
                .allSatisfy(host ->
                        assertThat(lab.docker(host, "images", "-q", IMAGE).lines()).isEmpty());
    }

    @Test
    void anImageIsPulledOnTheNodeThatIsNamedAlone() {
        lab.ask("image", "pull", IMAGE, "--node", "b").succeeded();

        assertThat(lab.ask("images").succeeded().out())
                .containsPattern("(?m)^127.0.0.1:5000/herd/pulled +1 .* b$");
    }

    @Test
    void anImageThatTheRegistryDoesNotHaveIsReportedOnceForAllNodes() {
        var failed = lab.ask("image", "pull", Registries.ADDRESS + "/herd/nope:1");

        assertThat(failed.exit()).isEqualTo(4);
        assertThat(failed.err()).contains("not found").endsWith("(a, b, c)\n");
    }
}
