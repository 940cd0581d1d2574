package io.herd.engine.docker;

import org.junit.jupiter.api.BeforeAll;

/** The contract on the Docker of Debian 13. */
class NewerDockerContractIT extends DockerContract {

    @BeforeAll
    static void launch() throws Exception {
        launch("trixie");
    }
}
