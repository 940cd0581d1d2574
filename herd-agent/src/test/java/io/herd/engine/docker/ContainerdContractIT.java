package io.herd.engine.docker;

import org.junit.jupiter.api.BeforeAll;

/** The contract on a Docker that keeps images with containerd. */
class ContainerdContractIT extends DockerContract {

    @BeforeAll
    static void launch() throws Exception {
        launch("trixie-containerd");
    }
}
