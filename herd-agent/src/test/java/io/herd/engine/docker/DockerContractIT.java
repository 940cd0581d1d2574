package io.herd.engine.docker;

import org.junit.jupiter.api.BeforeAll;

/** The contract on this machine's Docker. */
class DockerContractIT extends DockerContract {

    @BeforeAll
    static void launch() throws Exception {
        launch("installed");
    }
}
