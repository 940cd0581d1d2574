package io.herd.engine.docker;

import io.herd.action.Failure.Kind;
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

    Map<String, String> read(Deadline deadline) throws EngineException {
        try {
            var volume = daemon.document(Call.get(PATH), deadline);
            return daemon.read(() -> DockerJson.labels(volume));
        } catch (EngineException e) {
            return noneIfMissing(e);
        }
    }

    /** A volume's labels cannot be changed, so it is made anew. */
    void write(Map<String, String> notes, Deadline deadline) throws EngineException {
        try {
            var _ = daemon.call(Call.delete(PATH), deadline);
        } catch (EngineException e) {
            var _ = noneIfMissing(e);
        }
        if (!notes.isEmpty()) {
            var _ =
                    daemon.document(
                            Call.post("/volumes/create", DockerJson.volume(NAME, notes)), deadline);
        }
    }

    private static Map<String, String> noneIfMissing(EngineException e) throws EngineException {
        if (e.failure().kind() == Kind.NOT_FOUND) {
            return Map.of();
        }
        throw e;
    }
}
