package io.herd.engine.docker;

import io.herd.engine.EngineException;
import io.herd.json.DockerJson;
import io.herd.model.Deadline;
import java.util.Map;

/**
 * What herd has noted with a Docker daemon: the labels of an empty volume, since a volume is what a
 * daemon keeps longest of all that can have labels and costs nothing.
 */
record DockerNotes(Daemon daemon) {

    private static final String NAME = "herd.node";
    private static final String PATH = "/volumes/" + NAME;
    private static final int NOT_FOUND = 404;

    Map<String, String> read(Deadline deadline) throws EngineException {
        var reply = daemon.tryCall(Call.get(PATH), deadline);
        if (reply.status() == NOT_FOUND) {
            return Map.of();
        }
        var volume = daemon.document(Call.get(PATH), deadline);
        return daemon.read(() -> DockerJson.labels(volume));
    }

    /** A volume's labels cannot be changed, so it is made anew. */
    void write(Map<String, String> notes, Deadline deadline) throws EngineException {
        if (daemon.tryCall(Call.get(PATH), deadline).status() != NOT_FOUND) {
            var _ = daemon.call(Call.delete(PATH), deadline);
        }
        if (!notes.isEmpty()) {
            var _ =
                    daemon.document(
                            Call.post("/volumes/create", DockerJson.volume(NAME, notes)), deadline);
        }
    }
}
