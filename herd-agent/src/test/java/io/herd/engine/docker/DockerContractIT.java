package io.herd.engine.docker;

import io.herd.engine.Engine;
import io.herd.engine.EngineContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The contract on a real daemon: the one whose socket {@code -Dherd.lab.socket=PATH} names, if it
 * does, else one of the test's own.
 */
class DockerContractIT extends EngineContract {

    private static @Nullable RealDaemon daemon;

    @SuppressWarnings("NullAway.Init")
    private static Engine engine;

    @BeforeAll
    static void launch() throws Exception {
        var socket = System.getProperty("herd.lab.socket", "");
        if (socket.isBlank()) {
            daemon = RealDaemon.launch();
            engine = DockerEngine.at(daemon.endpoint());
        } else {
            engine = DockerEngine.at("unix://" + socket);
        }
    }

    @AfterAll
    static void close() {
        engine.close();
        if (daemon != null) {
            daemon.close();
        }
    }

    @Override
    protected Engine engine() {
        return engine;
    }
}
