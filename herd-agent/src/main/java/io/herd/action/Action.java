package io.herd.action;

import io.herd.model.RawJson;
import java.util.Optional;

/** Something one node can be asked to do with its daemon. */
public sealed interface Action {

    /**
     * Say who you are and how your daemon is. Answered by {@link Result.Described}, also when the
     * daemon is down.
     */
    record DescribeNode() implements Action {}

    /**
     * List containers. Answered by {@link Result.Document}: the array of the Docker API.
     *
     * @param all also those that do not run
     */
    record ListContainers(boolean all) implements Action {}

    /**
     * Say which containers a reference may mean. Answered by {@link Result.Matches}.
     *
     * @param reference full id, id prefix or name
     */
    record FindContainers(String reference) implements Action {}

    /**
     * Give the daemon's full description of a container. Answered by {@link Result.Document}.
     *
     * @param id full id
     */
    record InspectContainer(String id) implements Action {}

    /**
     * Create a container. Answered by {@link Result.Created}.
     *
     * @param name its name; the daemon makes one up if there is none
     * @param body the Docker API's create form
     * @param start whether to start it, too
     */
    record CreateContainer(Optional<String> name, RawJson body, boolean start) implements Action {}

    /**
     * Start a container; one that runs already is left alone. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     */
    record StartContainer(String id) implements Action {}

    /**
     * Stop a container; one that does not run is left alone. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     * @param graceSeconds how long it may take before it is killed; without it the container's own
     *     setting counts, or the daemon's 10 seconds
     */
    record StopContainer(String id, Optional<Integer> graceSeconds) implements Action {}

    /**
     * Remove a container. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     * @param force kill it first if it runs
     * @param volumes remove its anonymous volumes, too
     */
    record RemoveContainer(String id, boolean force, boolean volumes) implements Action {}
}
