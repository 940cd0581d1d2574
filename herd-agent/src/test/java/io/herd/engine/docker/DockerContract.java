package io.herd.engine.docker;

import io.herd.engine.Engine;
import io.herd.engine.EngineContract;
import io.herd.engine.EngineException;
import io.herd.engine.docker.http.Endpoint;
import io.herd.json.docker.DockerJson;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

/**
 * The contract on a real daemon: the one whose socket {@code -Dherd.lab.socket=PATH} names, if it
 * does, else one of the test's own.
 */
abstract class DockerContract extends EngineContract {

    private static @Nullable RealDaemon daemon;

    @SuppressWarnings("NullAway.Init")
    private static Engine engine;

    @SuppressWarnings("NullAway.Init")
    private static DockerClient calls;

    /**
     * @param version as for lab/up
     */
    static void launch(String version) throws Exception {
        var socket = System.getProperty("herd.lab.socket", "");
        if (socket.isBlank()) {
            daemon = RealDaemon.launch(version);
        }
        var endpoint = daemon == null ? "unix://" + socket : daemon.endpoint();
        engine = DockerEngine.at(endpoint);
        calls = new DockerClient(Endpoint.parse(endpoint));
    }

    @AfterAll
    static void close() {
        engine.close();
        calls.close();
        if (daemon != null) {
            daemon.close();
        }
    }

    @Override
    protected Engine engine() {
        return engine;
    }

    @Override
    protected void noteAndDie(Map<String, String> older, Map<String, String> newer)
            throws EngineException {
        var deadline = Deadline.in(Duration.ofSeconds(30));
        engine.note(older, deadline);
        var left = onlyNote(deadline);
        engine.note(newer, deadline);
        var _ = calls.document(Call.post("/volumes/create", left), deadline);
    }

    /** The volume that holds the note, in the form that creates it again. */
    private static RawJson onlyNote(Deadline deadline) throws EngineException {
        for (var name : List.of("herd.node.0", "herd.node.1")) {
            var volume = calls.tryCall(Call.get("/volumes/" + name), deadline);
            if (volume.ok()) {
                var labels = calls.read(() -> DockerJson.labels(new RawJson(volume.body())));
                return DockerJson.volume(name, labels);
            }
        }
        throw new AssertionError("nothing is noted");
    }
}
