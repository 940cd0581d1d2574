package io.herd.engine;

import io.herd.model.Deadline;
import io.herd.model.RawJson;
import io.herd.model.ResourceKind;
import java.util.List;
import java.util.Map;

/**
 * Operations on the volumes and networks of one Docker daemon. Results are documents of the Docker
 * API. Thread-safe.
 */
public interface Resources {

    /**
     * Lists them.
     *
     * @param filters one that the daemon does not know is an error
     */
    RawJson list(ResourceKind kind, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException;

    RawJson inspect(ResourceKind kind, String name, Deadline deadline) throws EngineException;

    /**
     * Creates one. A volume that exists already is returned as it is.
     *
     * @param body the Docker API's form, handed over as it is
     */
    RawJson create(ResourceKind kind, RawJson body, Deadline deadline) throws EngineException;

    void remove(ResourceKind kind, String name, boolean force, Deadline deadline)
            throws EngineException;

    /**
     * Removes those that no container uses.
     *
     * @param all also volumes that have a name. A daemon that cannot leave those out is not asked
     *     without
     * @param filters the Docker API's: only what fits them is removed
     */
    RawJson prune(
            ResourceKind kind, boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException;

    /**
     * Connects a container to a network.
     *
     * @param body the Docker API's form, with the container in it
     */
    void connect(String network, RawJson body, Deadline deadline) throws EngineException;

    /**
     * Disconnects a container from a network.
     *
     * @param id full id of the container
     */
    void disconnect(String network, String id, boolean force, Deadline deadline)
            throws EngineException;
}
