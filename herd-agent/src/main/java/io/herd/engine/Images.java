package io.herd.engine;

import io.herd.model.Deadline;
import io.herd.model.RawJson;
import io.herd.model.RegistryLogin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images of one Docker daemon. A reference is a name with or without a tag or a digest, an id
 * or a prefix of one. Answers are the Docker API's.
 */
public interface Images {

    /**
     * @param all also those that are only layers of others
     * @param filters one that the daemon does not know is an error
     */
    RawJson list(boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException;

    RawJson inspect(String reference, Deadline deadline) throws EngineException;

    /**
     * Fetches an image from its registry.
     *
     * @return the last that the daemon said of it
     */
    RawJson pull(String reference, Optional<RegistryLogin> login, Deadline deadline)
            throws EngineException;

    RawJson remove(String reference, boolean force, Deadline deadline) throws EngineException;

    /**
     * Removes images that no container uses.
     *
     * @param all also those that have a name
     */
    RawJson prune(boolean all, Deadline deadline) throws EngineException;
}
