package io.herd.engine.docker;

import io.herd.action.Failure.Kind;
import io.herd.engine.EngineException;
import io.herd.json.docker.DockerJson;
import io.herd.model.Deadline;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Stores herd's notes with a Docker daemon, as labels of an empty volume: of all that can have
 * labels and costs nothing, a daemon keeps volumes longest. Labels cannot be changed, so two
 * volumes take turns, and the one with the higher number counts: a crash while writing leaves the
 * old note, the new one, or both.
 */
record DockerNotes(DockerClient daemon) {

    private static final String NAME = "herd.node.";

    /** The label that every volume of notes has. */
    static final String NUMBER = "herd.number";

    /**
     * The notes in one volume.
     *
     * @param number number of notes written before it
     */
    private record Note(long number, Map<String, String> texts) {}

    Map<String, String> read(Deadline deadline) throws EngineException {
        return newest(deadline).map(Note::texts).orElse(Map.of());
    }

    void write(Map<String, String> texts, Deadline deadline) throws EngineException {
        long next = newest(deadline).map(Note::number).orElse(-1L) + 1;
        // Remove the oldest first: when the newest is removed, no older one may become valid again.
        remove(next, deadline);
        if (!texts.isEmpty()) {
            create(new Note(next, texts), deadline);
        }
        remove(next + 1, deadline);
    }

    private Optional<Note> newest(Deadline deadline) throws EngineException {
        return Stream.concat(find(0, deadline).stream(), find(1, deadline).stream())
                .max(Comparator.comparingLong(Note::number));
    }

    private Optional<Note> find(long number, Deadline deadline) throws EngineException {
        try {
            var volume = daemon.document(Call.get("/volumes/" + name(number)), deadline);
            return note(daemon.read(() -> DockerJson.labels(volume)));
        } catch (EngineException e) {
            needMissing(e);
            return Optional.empty();
        }
    }

    /** Empty if the labels are not those of a note. */
    private static Optional<Note> note(Map<String, String> labels) {
        var texts = new TreeMap<>(labels);
        return Optional.ofNullable(texts.remove(NUMBER))
                .filter(number -> number.matches("[0-9]{1,18}"))
                .map(number -> new Note(Long.parseLong(number), texts));
    }

    private void create(Note note, Deadline deadline) throws EngineException {
        var labels = new TreeMap<>(note.texts());
        labels.put(NUMBER, Long.toString(note.number()));
        var form = DockerJson.volume(name(note.number()), labels);
        var _ = daemon.document(Call.post("/volumes/create", form), deadline);
    }

    private void remove(long number, Deadline deadline) throws EngineException {
        try {
            var _ = daemon.call(Call.delete("/volumes/" + name(number)), deadline);
        } catch (EngineException e) {
            needMissing(e);
        }
    }

    private static String name(long number) {
        return NAME + number % 2;
    }

    private static void needMissing(EngineException e) throws EngineException {
        if (e.failure().kind() != Kind.NOT_FOUND) {
            throw e;
        }
    }
}
