package io.herd.action;

import io.herd.api.ApiRequest;
import io.herd.model.Caller;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import io.herd.model.RawJson;
import io.herd.model.RegistryLogin;
import io.herd.model.ResourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request to one node that its agent carries out, mostly with its Docker daemon. */
public sealed interface Action {

    /** What is asked, whoever asks for it. */
    default Action asked() {
        return this;
    }

    /**
     * Run the action for somebody. Answered as the action is.
     *
     * @param caller as the agent says that he has asked, or he himself if he has joined the herd
     */
    record OnBehalf(Caller caller, Action action) implements Action {

        @Override
        public Action asked() {
            return action.asked();
        }
    }

    /** What is asked of a node itself, its agent, or its daemon as a whole. */
    sealed interface NodeAction extends Action {}

    /** What is done to containers. */
    sealed interface ContainerAction extends Action {}

    /** What is done to images. */
    sealed interface ImageAction extends Action {}

    /** What is done to volumes and networks. */
    sealed interface ResourceAction extends Action {}

    /**
     * Describe the node and the state of its daemon. Answered by {@link Result.Described}, even
     * when the daemon is down.
     */
    record DescribeNode() implements NodeAction {}

    /**
     * Examine what {@code herd doctor} judges: this node and how it reaches the others. Answered by
     * {@link Result.Examined}, even when the daemon is down.
     */
    record ExamineNode() implements NodeAction {}

    /** Tell which nodes were lost. Answered by {@link Result.Gone}. */
    record ListGone() implements NodeAction {}

    /** Remember a lost node no longer. Answered by {@link Result.Nothing}. */
    record ForgetGone(NodeName name) implements NodeAction {}

    /**
     * Know that this agent leaves the herd in order, and is not lost. Answered by {@link
     * Result.Nothing}.
     */
    record Leave(NodeName name, String address) implements NodeAction {}

    /**
     * Hand a request to the daemon, whatever it is, and its answer back. Answered by {@link
     * Result.Replied}, also if the daemon reports failure.
     */
    record CallDaemon(ApiRequest request) implements NodeAction {}

    /** Tell the time on the node's host. Answered by {@link Result.Time}. */
    record TellTime() implements NodeAction {}

    /**
     * Run the action if the node is registered; otherwise answered by {@link Result.LeftOut}. The
     * gateway asks the whole herd this way, because only a node itself knows whether it is
     * registered. Older commands ask so, too.
     */
    record IfRegistered(Action action) implements NodeAction {}

    /**
     * Register the node, so that it takes new containers, or unregister it. Answered by {@link
     * Result.Nothing}.
     */
    record SetPool(Pool pool) implements NodeAction {}

    /**
     * Change the node's labels. Answered by {@link Result.Nothing}.
     *
     * @param add labels to set, replacing an existing value
     * @param remove labels to remove; missing ones are ignored
     */
    record UpdateLabels(Map<String, String> add, List<String> remove) implements NodeAction {

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
     * @param settled not before every container that herd has begun to create there is made or not
     */
    record ListContainers(
            boolean all, boolean size, Map<String, List<String>> filters, boolean settled)
            implements ContainerAction {

        public ListContainers {
            filters = copy(filters);
        }

        public ListContainers(boolean all, boolean size, Map<String, List<String>> filters) {
            this(all, size, filters, false);
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
    record FindContainers(String reference) implements ContainerAction {}

    /**
     * Give the daemon's full description of a container. Answered by {@link Result.Document}.
     *
     * @param id full id
     * @param size include {@code SizeRw} and {@code SizeRootFs}, which costs the daemon time
     */
    record InspectContainer(String id, boolean size) implements ContainerAction {

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
    record CreateContainer(Optional<String> name, RawJson body, boolean start)
            implements ContainerAction {}

    /**
     * Start a container; one that runs already is left alone. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     */
    record StartContainer(String id) implements ContainerAction {}

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
            implements ContainerAction {

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
    record RemoveContainer(String id, boolean force, boolean volumes) implements ContainerAction {}

    /**
     * Stop a container if it runs, and start it. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     * @param graceSeconds as for {@link StopContainer}
     * @param signal as for {@link StopContainer}
     */
    record RestartContainer(String id, Optional<Integer> graceSeconds, Optional<String> signal)
            implements ContainerAction {

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
    record KillContainer(String id, Optional<String> signal) implements ContainerAction {}

    /**
     * Freeze all processes of a container. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     */
    record PauseContainer(String id) implements ContainerAction {}

    /**
     * Let the processes of a paused container go on. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     */
    record UnpauseContainer(String id) implements ContainerAction {}

    /**
     * List the processes of a running container. Answered by {@link Result.Document}: the Docker
     * API's {@code Titles} and {@code Processes}.
     *
     * @param id full id
     * @param arguments for {@code ps}; the daemon's own if there are none
     */
    record TopContainer(String id, List<String> arguments) implements ContainerAction {

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
    record StartExec(Streaming.Exec command) implements ContainerAction {}

    /**
     * Describe what is at a path in a container. Answered by {@link Result.Document}: the Docker
     * API's {@code X-Docker-Container-Path-Stat}.
     *
     * @param id full id
     * @param path from the container's root; a link at its end is not followed
     */
    record StatPath(String id, String path) implements ContainerAction {}

    /**
     * Give a container another name. Answered by {@link Result.Nothing}.
     *
     * @param id full id
     * @param name the new one
     */
    record RenameContainer(String id, String name) implements ContainerAction {}

    /**
     * Remove all containers that do not run. Answered by {@link Result.Document}: the Docker API's
     * {@code ContainersDeleted} and {@code SpaceReclaimed}.
     *
     * @param filters the Docker API's, handed over as they are; only what fits them is removed
     */
    record PruneContainers(Map<String, List<String>> filters) implements ContainerAction {

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
    record ListImages(boolean all, Map<String, List<String>> filters) implements ImageAction {

        public ListImages {
            filters = copy(filters);
        }
    }

    /**
     * Give the daemon's full description of an image. Answered by {@link Result.Document}.
     *
     * @param reference name with or without a tag, digest, id or id prefix
     */
    record InspectImage(String reference) implements ImageAction {}

    /**
     * Remove a name of an image, and the image itself with its last name. Answered by {@link
     * Result.Document}: the Docker API's array of what was {@code Untagged} and {@code Deleted}.
     *
     * @param reference as for {@link InspectImage}
     * @param force also if containers that do not run use it, or it has several names
     */
    record RemoveImage(String reference, boolean force) implements ImageAction {}

    /**
     * Make the daemon pull an image from its registry. Answered by {@link Result.Document}: the
     * daemon's last line of progress.
     *
     * @param reference name with a tag or a digest; {@code latest} without either
     * @param login login at the registry, if the image is not public
     */
    record PullImage(String reference, Optional<RegistryLogin> login) implements ImageAction {

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
    record PruneImages(boolean all, Map<String, List<String>> filters) implements ImageAction {

        public PruneImages {
            filters = copy(filters);
        }

        public PruneImages(boolean all) {
            this(all, Map.of());
        }
    }

    /**
     * Make the daemon push an image to its registry. Answered by {@link Result.Document}: the
     * daemon's last line of progress.
     *
     * @param repository such as {@code registry:5000/a/b}
     * @param login login at the registry, if there is one
     */
    record PushImage(String repository, String tag, Optional<RegistryLogin> login)
            implements ImageAction {}

    /** Tag an image once more. Answered by {@link Result.Nothing}. */
    record TagImage(String reference, String repository, String tag) implements ImageAction {}

    /**
     * Tell how an image was built. Answered by {@link Result.Document}: the Docker API's array of
     * its layers.
     *
     * @param reference as for {@link InspectImage}
     */
    record ImageHistory(String reference) implements ImageAction {}

    /**
     * List what has changed in a container's file system. Answered by {@link Result.Document}: the
     * Docker API's array of {@code Path} and {@code Kind}.
     *
     * @param id full id
     */
    record DiffContainer(String id) implements ContainerAction {}

    /**
     * Make an image of a container. Answered by {@link Result.Document}: the Docker API's {@code
     * Id}.
     *
     * @param id full id
     * @param options the parameters of the Docker API's query, without the container
     */
    record CommitContainer(String id, Map<String, String> options) implements ContainerAction {

        public CommitContainer {
            options = Map.copyOf(options);
        }
    }

    /**
     * Change the resources or the restart policy of a container. Answered by {@link
     * Result.Document}: the Docker API's {@code Warnings}.
     *
     * @param id full id
     * @param body the Docker API's form
     */
    record UpdateContainer(String id, RawJson body) implements ContainerAction {}

    /** Describe the daemon in full. Answered by {@link Result.Document}: the Docker API's info. */
    record DescribeDaemon() implements NodeAction {}

    /**
     * Tell what takes the daemon's disk space, which costs it time. Answered by {@link
     * Result.Document}: the Docker API's lists.
     */
    record MeasureDisk() implements NodeAction {}

    /**
     * Remove what the daemon keeps of builds. Answered by {@link Result.Document}: the Docker API's
     * {@code CachesDeleted} and {@code SpaceReclaimed}.
     *
     * @param all also what is in use by images
     * @param filters as for {@link PruneContainers}
     */
    record PruneBuilds(boolean all, Map<String, List<String>> filters) implements NodeAction {

        public PruneBuilds {
            filters = copy(filters);
        }
    }

    /**
     * List volumes or networks. Answered by {@link Result.Document}: the array of the Docker API,
     * for volumes in an object.
     *
     * @param filters the Docker API's, handed over as they are
     */
    record ListResources(ResourceKind kind, Map<String, List<String>> filters)
            implements ResourceAction {

        public ListResources {
            filters = copy(filters);
        }
    }

    /**
     * Give the daemon's full description of a volume or network. Answered by {@link
     * Result.Document}.
     *
     * @param name a network's may be its id, or a prefix of it
     */
    record InspectResource(ResourceKind kind, String name) implements ResourceAction {}

    /**
     * Create a volume or network. Answered by {@link Result.Document}: the volume, or the network's
     * {@code Id} and {@code Warning}.
     *
     * @param body the Docker API's form
     */
    record CreateResource(ResourceKind kind, RawJson body) implements ResourceAction {}

    /**
     * Remove a volume or network. Answered by {@link Result.Nothing}.
     *
     * @param force a volume is removed also if its driver cannot remove it
     */
    record RemoveResource(ResourceKind kind, String name, boolean force)
            implements ResourceAction {}

    /**
     * Remove volumes or networks that no container uses. Answered by {@link Result.Document}: the
     * Docker API's lists.
     *
     * @param all also volumes that have a name
     * @param filters as for {@link PruneContainers}
     */
    record PruneResources(ResourceKind kind, boolean all, Map<String, List<String>> filters)
            implements ResourceAction {

        public PruneResources {
            filters = copy(filters);
        }
    }

    /**
     * Connect a container to a network. Answered by {@link Result.Nothing}.
     *
     * @param body the Docker API's form, with the container in it
     */
    record ConnectNetwork(String network, RawJson body) implements ResourceAction {}

    /**
     * Disconnect a container from a network. Answered by {@link Result.Nothing}.
     *
     * @param id full id of the container
     * @param force also if the container is in trouble
     */
    record DisconnectNetwork(String network, String id, boolean force) implements ResourceAction {}

    private static Map<String, List<String>> copy(Map<String, List<String>> filters) {
        // Keeps their order, in which they are written as JSON.
        var copy = new LinkedHashMap<String, List<String>>();
        filters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return java.util.Collections.unmodifiableMap(copy);
    }
}
