package io.herd.action;

import io.herd.model.NodeName;
import io.herd.model.Pool;
import io.herd.model.RawJson;
import io.herd.model.RegistryLogin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request to one node that its agent carries out, mostly with its Docker daemon. */
public sealed interface Action {

    /**
     * Describe the node and the state of its daemon. Answered by {@link Result.Described}, even
     * when the daemon is down.
     */
    record DescribeNode() implements Action {}

    /**
     * Examine what {@code herd doctor} judges: this node and how it reaches the others. Answered by
     * {@link Result.Examined}, even when the daemon is down.
     */
    record ExamineNode() implements Action {}

    /** Tell which nodes were lost. Answered by {@link Result.Gone}. */
    record ListGone() implements Action {}

    /** Remember a lost node no longer. Answered by {@link Result.Nothing}. */
    record ForgetGone(NodeName name) implements Action {}

    /**
     * Know that this agent leaves the herd in order, and is not lost. Answered by {@link
     * Result.Nothing}.
     */
    record Leave(NodeName name, String address) implements Action {}

    /** Tell the time on the node's host. Answered by {@link Result.Time}. */
    record TellTime() implements Action {}

    /**
     * Run the action if the node is registered; otherwise answered by {@link Result.LeftOut}. The
     * gateway asks the whole herd this way, because only a node itself knows whether it is
     * registered. Older commands ask so, too.
     */
    record IfRegistered(Action action) implements Action {}

    /**
     * Register the node, so that it takes new containers, or unregister it. Answered by {@link
     * Result.Nothing}.
     */
    record SetPool(Pool pool) implements Action {}

    /**
     * Change the node's labels. Answered by {@link Result.Nothing}.
     *
     * @param add labels to set, replacing an existing value
     * @param remove labels to remove; missing ones are ignored
     */
    record UpdateLabels(Map<String, String> add, List<String> remove) implements Action {

        public UpdateLabels {
            add = Map.copyOf(add);
            remove = List.copyOf(remove);
        }
    }

    /**
     * List containers. Answered by {@link Result.Document}: the array of the Docker API.
     *
     * @param all also containers that do not run
     * @param size include {@code SizeRw} and {@code SizeRootFs}, which costs the daemon time
     * @param filters the Docker API's, handed over as they are
     */
    record ListContainers(boolean all, boolean size, Map<String, List<String>> filters)
            implements Action {

        public ListContainers {
            filters = copy(filters);
        }

        public ListContainers(boolean all) {
            this(all, false, Map.of());
        }
    }

    /**
     * Find the containers that a reference may mean. Answered by {@link Result.Matches}.
     *
     * @param reference full id, id prefix or name
     */
    record FindContainers(String reference) implements Action {}

    /**
     * Give the daemon's full description of a container. Answered by {@link Result.Document}.
     *
     * @param id full id
     * @param size include {@code SizeRw} and {@code SizeRootFs}, which costs the daemon time
     */
    record InspectContainer(String id, boolean size) implements Action {

        public InspectContainer(String id) {
            this(id, false);
        }
    }

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
     * @param graceSeconds time until it is killed; if absent, the container's own setting applies,
     *     or the daemon's 10 seconds
     * @param signal the one that asks it to stop; if absent, the container's own setting applies,
     *     or SIGTERM
     */
    record StopContainer(String id, Optional<Integer> graceSeconds, Optional<String> signal)
            implements Action {

        public StopContainer(String id, Optional<Integer> graceSeconds) {
            this(id, graceSeconds, Optional.empty());
        }
    }

    /**
     * Remove a container. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     * @param force kill it first if it runs
     * @param volumes remove its anonymous volumes, too
     */
    record RemoveContainer(String id, boolean force, boolean volumes) implements Action {}

    /**
     * Stop a container if it runs, and start it. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     * @param graceSeconds as for {@link StopContainer}
     * @param signal as for {@link StopContainer}
     */
    record RestartContainer(String id, Optional<Integer> graceSeconds, Optional<String> signal)
            implements Action {

        public RestartContainer(String id, Optional<Integer> graceSeconds) {
            this(id, graceSeconds, Optional.empty());
        }
    }

    /**
     * Send a signal to a running container. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     * @param signal its name or number; SIGKILL if there is none
     */
    record KillContainer(String id, Optional<String> signal) implements Action {}

    /**
     * Freeze all processes of a container. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     */
    record PauseContainer(String id) implements Action {}

    /**
     * Let the processes of a paused container go on. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     */
    record UnpauseContainer(String id) implements Action {}

    /**
     * List the processes of a running container. Answered by {@link Result.Document}: the Docker
     * API's {@code Titles} and {@code Processes}.
     *
     * @param id full id
     * @param arguments for {@code ps}; the daemon's own if there are none
     */
    record TopContainer(String id, List<String> arguments) implements Action {

        public TopContainer {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Start a command in a running container, and leave it to itself. Answered by {@link
     * Result.Nothing}.
     *
     * @param command neither its input nor its window's size counts
     */
    record StartExec(Streaming.Exec command) implements Action {}

    /**
     * Describe what is at a path in a container. Answered by {@link Result.Document}: the Docker
     * API's {@code X-Docker-Container-Path-Stat}.
     *
     * @param id full id
     * @param path from the container's root; a link at its end is not followed
     */
    record StatPath(String id, String path) implements Action {}

    /**
     * Give a container another name. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     * @param name the new one
     */
    record RenameContainer(String id, String name) implements Action {}

    /**
     * Remove all containers that do not run. Answered by {@link Result.Document}: the Docker API's
     * {@code ContainersDeleted} and {@code SpaceReclaimed}.
     *
     * @param filters the Docker API's, handed over as they are; only what fits them is removed
     */
    record PruneContainers(Map<String, List<String>> filters) implements Action {

        public PruneContainers {
            filters = copy(filters);
        }

        public PruneContainers() {
            this(Map.of());
        }
    }

    /**
     * List images. Answered by {@link Result.Document}: the array of the Docker API.
     *
     * @param all also images that are only layers of others
     * @param filters the Docker API's, handed over as they are
     */
    record ListImages(boolean all, Map<String, List<String>> filters) implements Action {

        public ListImages {
            filters = copy(filters);
        }
    }

    /**
     * Give the daemon's full description of an image. Answered by {@link Result.Document}.
     *
     * @param reference name with or without a tag, digest, id or id prefix
     */
    record InspectImage(String reference) implements Action {}

    /**
     * Remove a name of an image, and the image itself with its last name. Answered by {@link
     * Result.Document}: the Docker API's array of what was {@code Untagged} and {@code Deleted}.
     *
     * @param reference as for {@link InspectImage}
     * @param force also if containers that do not run use it, or it has several names
     */
    record RemoveImage(String reference, boolean force) implements Action {}

    /**
     * Make the daemon pull an image from its registry. Answered by {@link Result.Document}: the
     * daemon's last line of progress.
     *
     * @param reference name with a tag or a digest; {@code latest} without either
     * @param login login at the registry, if the image is not public
     */
    record PullImage(String reference, Optional<RegistryLogin> login) implements Action {

        public PullImage(String reference) {
            this(reference, Optional.empty());
        }
    }

    /**
     * Remove images that no container uses. Answered by {@link Result.Document}: the Docker API's
     * {@code ImagesDeleted} and {@code SpaceReclaimed}.
     *
     * @param all also images that have a name
     * @param filters as for {@link PruneContainers}
     */
    record PruneImages(boolean all, Map<String, List<String>> filters) implements Action {

        public PruneImages {
            filters = copy(filters);
        }

        public PruneImages(boolean all) {
            this(all, Map.of());
        }
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> filters) {
        // Keeps their order, in which they are written as JSON.
        var copy = new LinkedHashMap<String, List<String>>();
        filters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return java.util.Collections.unmodifiableMap(copy);
    }
}
