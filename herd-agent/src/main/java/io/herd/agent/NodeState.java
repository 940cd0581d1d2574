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
 * What is known of this node: whether it is registered, and its labels. It is noted with its
 * daemon, so that it outlives the agent; nobody else writes it, so it is read once. Labels can also
 * be the agent's own, which it is started with; one that is noted beats those.
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
     * @param remove those that were noted; one of the agent's own holds again then
     * @throws RefusedException if one is to be removed that is the agent's own only; nothing is
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

    private synchronized <E extends Exception> void change(Change<E> change, Deadline deadline)
            throws EngineException, E {
        var notes = new TreeMap<>(engine.notes(deadline));
        change.make(notes);
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
