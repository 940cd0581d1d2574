package io.herd.agent;

import io.herd.engine.Engine;
import io.herd.engine.EngineException;
import io.herd.model.Deadline;
import io.herd.model.Pool;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether this node is registered: noted with its daemon, so that it outlives the agent. */
final class Registration {

    private static final String NOTE = "herd.pool";
    private static final String UNREGISTERED = "unregistered";

    private final Engine engine;
    private volatile @Nullable Pool known;

    Registration(Engine engine) {
        this.engine = engine;
    }

    /** A daemon that cannot be asked can take no container either; it is asked again next time. */
    Pool pool(Deadline deadline) {
        var remembered = known;
        if (remembered != null) {
            return remembered;
        }
        try {
            var noted = UNREGISTERED.equals(engine.notes(deadline).get(NOTE));
            var pool = noted ? Pool.UNREGISTERED : Pool.REGISTERED;
            known = pool;
            return pool;
        } catch (EngineException _) {
            return Pool.REGISTERED;
        }
    }

    synchronized void set(Pool pool, Deadline deadline) throws EngineException {
        var notes = new TreeMap<>(engine.notes(deadline));
        switch (pool) {
            case REGISTERED -> notes.remove(NOTE);
            case UNREGISTERED -> notes.put(NOTE, UNREGISTERED);
        }
        engine.note(notes, deadline);
        known = pool;
    }
}
