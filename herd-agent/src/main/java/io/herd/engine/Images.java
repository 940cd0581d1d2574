package io.herd.engine;

import io.herd.model.Deadline;
import io.herd.model.RawJson;
import io.herd.model.RegistryLogin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Operations on the images of one Docker daemon. A reference is a name with or without a tag or a
 * digest, an id or a prefix of one. Results are documents of the Docker API. Thread-safe.
 */
public interface Images {

    /**
     * Lists images.
     *
     * @param all also images that are only layers of others
     * @param filters one that the daemon does not know is an error
     */
    RawJson list(boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException;

    RawJson inspect(String reference, Deadline deadline) throws EngineException;

    /**
     * Fetches an image from its registry.
     *
     * @return the last line of progress from the daemon
     */
    RawJson pull(String reference, Optional<RegistryLogin> login, Deadline deadline)
            throws EngineException;

    /**
     * Sends an image to its registry.
     *
     * @return the last line of progress from the daemon
     */
    RawJson push(String repository, String tag, Optional<RegistryLogin> login, Deadline deadline)
            throws EngineException;

    /** Gives an image one more name. */
    void tag(String reference, String repository, String tag, Deadline deadline)
            throws EngineException;

    /** Tells how an image was built: an array of its layers. */
    RawJson history(String reference, Deadline deadline) throws EngineException;

    /**
     * The digests of an image's layers as they are in an archive of it, the lowest first. The
     * daemon reads the whole image for it.
     *
     * @return empty if the daemon does not call files by digests, or has not all of the layers
     */
    List<String> savedLayers(String reference, Deadline deadline) throws EngineException;

    RawJson remove(String reference, boolean force, Deadline deadline) throws EngineException;

    /**
     * Removes images that no container uses.
     *
     * @param all also images that have a name
     * @param filters the Docker API's: only what fits them is removed
     */
    RawJson prune(boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException;
}
