package io.herd.agent;

import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.model.Deadline;
import io.herd.model.Pool;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of this node: whether it is registered, and its labels. Noted with its daemon, so
 * that it outlives the agent; nobody else writes it, so it is read once.
 */
final class Notes {

    private static final String POOL = "herd.pool";
    private static final String UNREGISTERED = "unregistered";
    private static final String LABEL = "herd.label.";

    private final Engine engine;
    private final AtomicReference<@Nullable Map<String, String>> known = new AtomicReference<>();

    Notes(Engine engine) {
        this.engine = engine;
    }

    Pool pool(Deadline deadline) {
        return UNREGISTERED.equals(read(deadline).get(POOL)) ? Pool.UNREGISTERED : Pool.REGISTERED;
    }

    Map<String, String> labels(Deadline deadline) {
        var labels = new TreeMap<String, String>();
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

    void updateLabels(Map<String, String> add, Collection<String> remove, Deadline deadline)
            throws EngineException {
        change(
                notes -> {
                    remove.forEach(name -> notes.remove(LABEL + name));
                    add.forEach((name, value) -> notes.put(LABEL + name, value));
                },
                deadline);
    }

    /** A daemon that cannot be asked can take no container either; it is asked again next time. */
    private Map<String, String> read(Deadline deadline) {
        var remembered = known.get();
        if (remembered != null) {
            return remembered;
        }
        try {
            var notes = engine.notes(deadline);
            // Not over what was noted while the daemon was asked.
            known.compareAndSet(null, notes);
            return notes;
        } catch (EngineException _) {
            return Map.of();
        }
    }

    private synchronized void change(Consumer<Map<String, String>> change, Deadline deadline)
            throws EngineException {
        var notes = new TreeMap<>(engine.notes(deadline));
        change.accept(notes);
        try {
            engine.note(notes, deadline);
            known.set(notes);
        } catch (EngineException e) {
            // It may have been noted all the same: the daemon is asked again.
            known.set(null);
            throw e;
        }
    }
}
