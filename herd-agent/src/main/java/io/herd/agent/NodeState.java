package io.herd.agent;

import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.model.Deadline;
import io.herd.model.Pool;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The pool and labels of this node, stored as notes with its daemon, so that they outlive the
 * agent. Nobody else writes the notes, so they are read once. Labels can also be given at the
 * agent's start; a noted one takes precedence. Thread-safe.
 */
final class NodeState {

    private static final String POOL = "herd.pool";
    private static final String UNREGISTERED = "unregistered";
    private static final String LABEL = "herd.label.";

    @FunctionalInterface
    private interface Change<E extends Exception> {
        void make(Map<String, String> notes) throws E;
    }

    private final Engine engine;
    private final Map<String, String> own;
    private final AtomicReference<@Nullable Map<String, String>> known = new AtomicReference<>();

    NodeState(Engine engine, Map<String, String> own) {
        this.engine = engine;
        this.own = own;
    }

    Pool pool(Deadline deadline) {
        return UNREGISTERED.equals(read(deadline).get(POOL)) ? Pool.UNREGISTERED : Pool.REGISTERED;
    }

    Map<String, String> labels(Deadline deadline) {
        var labels = new TreeMap<>(own);
        read(deadline)
                .forEach((name, value) -> {
                    if (name.startsWith(LABEL)) {
                        labels.put(name.substring(LABEL.length()), value);
                    }
                });
        return labels;
    }

    void setPool(Pool pool, Deadline deadline) throws EngineException {
        change(
                notes -> {
                    switch (pool) {
                        case REGISTERED -> notes.remove(POOL);
                        case UNREGISTERED -> notes.put(POOL, UNREGISTERED);
                    }
                },
                deadline);
    }

    /**
     * @param remove noted labels to remove; a label of the same name from the agent's start then
     *     applies again
     * @throws RefusedException if a label to remove comes only from the agent's start; nothing is
     *     changed then
     */
    void updateLabels(Map<String, String> add, Collection<String> remove, Deadline deadline)
            throws EngineException, RefusedException {
        change(
                notes -> {
                    for (var name : remove) {
                        remove(name, notes);
                    }
                    add.forEach((name, value) -> notes.put(LABEL + name, value));
                },
                deadline);
    }

    private void remove(String label, Map<String, String> notes) throws RefusedException {
        if (notes.remove(LABEL + label) == null && own.containsKey(label)) {
            throw new RefusedException(
                    "label '%s' is the agent's own: start it without --label %s=%s, or give another value with --label-add %s=VALUE"
                            .formatted(label, label, own.get(label), label));
        }
    }

    /**
     * Returns the notes, or none if the daemon cannot be asked: it could take no container then
     * either. It is asked again next time.
     */
    private Map<String, String> read(Deadline deadline) {
        var remembered = known.get();
        if (remembered != null) {
            return remembered;
        }
        try {
            var notes = engine.notes(deadline);
            // Do not overwrite notes written while the daemon was asked.
            known.compareAndSet(null, notes);
            return notes;
        } catch (EngineException _) {
            return Map.of();
        }
    }

    private synchronized <E extends Exception> void change(Change<E> change, Deadline deadline)
            throws EngineException, E {
        var notes = new TreeMap<>(engine.notes(deadline));
        change.make(notes);
        try {
            engine.note(notes, deadline);
            known.set(notes);
        } catch (EngineException e) {
            // The notes may have been written all the same: ask the daemon again next time.
            known.set(null);
            throw e;
        }
    }
}
