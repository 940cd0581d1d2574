package io.herd.engine;

import io.herd.model.DaemonState;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import java.util.List;
import java.util.Optional;

/**
 * What herd needs of one Docker daemon. Ids are full ids or names; every call ends by its deadline,
 * and says with {@link EngineException} why it failed: a daemon that cannot be reached, is too
 * slow, or answered with an error. Calls may be made from any number of threads; each blocks its
 * own.
 */
public interface Engine extends AutoCloseable {

    DaemonState.Up describe(Deadline deadline) throws EngineException;

    /**
     * Containers as the daemon lists them, the Docker API's array.
     *
     * @param all also those that do not run
     */
    RawJson containers(boolean all, Deadline deadline) throws EngineException;

    /** Containers in any state whose id begins with {@code prefix}. */
    List<Found> findById(String prefix, Deadline deadline) throws EngineException;

    /** The container in any state that has this name. */
    Optional<Found> findByName(String name, Deadline deadline) throws EngineException;

    RawJson inspect(String id, Deadline deadline) throws EngineException;

    /**
     * @param body the Docker API's create form, handed over as it is
     */
    Made create(Optional<String> name, RawJson body, Deadline deadline) throws EngineException;

    /** Starts a container; one that runs already is left alone. */
    void start(String id, Deadline deadline) throws EngineException;

    /**
     * Stops a container; one that does not run is left alone.
     *
     * @param graceSeconds before it is killed; without it what the container or the daemon say
     */
    void stop(String id, Optional<Integer> graceSeconds, Deadline deadline) throws EngineException;

    void remove(String id, boolean force, boolean volumes, Deadline deadline)
            throws EngineException;

    @Override
    void close();

    /**
     * @param id full id
     * @param name without the leading slash
     */
    record Found(String id, String name) {}

    /**
     * @param id full id
     * @param warnings the daemon's, none if it gave none
     */
    record Made(String id, List<String> warnings) {}
}
