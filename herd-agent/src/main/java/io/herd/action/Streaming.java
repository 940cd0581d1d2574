package io.herd.action;

import io.herd.api.ApiRequest;
import io.herd.model.Caller;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to one node whose answer is a stream of {@link Frame}s on a connection of its own, for
 * as long as somebody listens. Containers are given by their full ids.
 */
public sealed interface Streaming {

    /** What is asked, whoever asks for it. */
    default Streaming asked() {
        return this;
    }

    /** The same for somebody: see {@link Action.OnBehalf}. */
    record OnBehalf(Caller caller, Streaming what) implements Streaming {

        @Override
        public Streaming asked() {
            return what.asked();
        }
    }

    /**
     * The log of a container.
     *
     * @param follow continue with new output until the container ends
     * @param since start of the time range, seconds since 1970 with up to nine decimals
     * @param until end of the time range, likewise
     * @param tail at most this many of the last lines
     * @param timestamps put the time before each line
     * @param details put the attributes of the log driver before each line
     */
    record Logs(
            String id,
            boolean follow,
            Optional<String> since,
            Optional<String> until,
            Optional<Integer> tail,
            boolean timestamps,
            boolean details)
            implements Streaming {}

    /**
     * A command run in a running container. Its last frame is its exit code; it is ended when
     * nobody listens any more.
     *
     * @param environment as {@code NAME=VALUE}
     * @param window size of its terminal, if it is to have one
     * @param input whether something can be sent to it
     * @param detachKeys what is typed to leave it running, in docker's notation; the daemon's own
     *     if empty
     */
    record Exec(
            String id,
            List<String> command,
            List<String> environment,
            Optional<String> directory,
            Optional<String> user,
            boolean privileged,
            Optional<Window> window,
            boolean input,
            Optional<String> detachKeys)
            implements Streaming {

        public Exec {
            command = List.copyOf(command);
            environment = List.copyOf(environment);
        }
    }

    /**
     * The input and output of a container's main process from now on; the container may not have
     * been started yet. The first frame is the daemon's description of the container, the last its
     * exit code. A container that is removed when it ends (AutoRemove) gives the exit code once it
     * is removed.
     *
     * @param input whether something can be sent to it
     * @param detachKeys as for {@link Exec}
     */
    record Attach(String id, boolean input, Optional<String> detachKeys) implements Streaming {

        public Attach(String id, boolean input) {
            this(id, input, Optional.empty());
        }
    }

    /**
     * Waiting for the end of a container: nothing while it runs, then its exit code, 0 if it never
     * ran.
     */
    record Wait(String id) implements Streaming {}

    /**
     * The daemon's events in their order, each as a JSON document from the daemon.
     *
     * @param since seconds since 1970 with up to nine decimals; from now on if absent
     * @param until likewise; for ever if absent
     * @param filters the Docker API's
     */
    record Events(Optional<String> since, Optional<String> until, Map<String, List<String>> filters)
            implements Streaming {

        public Events {
            filters = Map.copyOf(filters);
        }
    }

    /**
     * Resource usage of containers: one JSON document from the daemon for each container about once
     * a second. The last one of a container that ends has only its {@code id}.
     *
     * @param ids the containers; none means all running ones, and those started later
     * @param follow go on; otherwise one document for each container
     * @param filters the Docker API's for containers, if there are no ids
     */
    record Stats(List<String> ids, boolean follow, Map<String, List<String>> filters)
            implements Streaming {

        public Stats {
            ids = List.copyOf(ids);
            filters = Map.copyOf(filters);
        }

        public Stats(List<String> ids, boolean follow) {
            this(ids, follow, Map.of());
        }
    }

    /**
     * A file or directory copied out of a container: first a document that describes it, the Docker
     * API's {@code X-Docker-Container-Path-Stat}, then a tar archive.
     */
    record CopyOut(String id, String path) implements Streaming {}

    /**
     * A tar archive unpacked into a directory of a container; {@link Frame.EndOfInput} completes
     * it.
     *
     * @param keepOwner keep the owners in the archive, instead of root
     */
    record CopyIn(String id, String directory, boolean keepOwner) implements Streaming {}

    /** The whole file system of a container, as a tar archive. */
    record ExportContainer(String id) implements Streaming {}

    /**
     * Images with their layers and names, as a tar archive.
     *
     * @param references names or ids
     * @param without digests of the lowest layers, the lowest first, which whoever takes the
     *     archive in has, as its daemon keeps them; their files are left out where they are found
     */
    record SaveImages(List<String> references, List<String> without) implements Streaming {

        public SaveImages {
            references = List.copyOf(references);
            without = List.copyOf(without);
        }

        public SaveImages(List<String> references) {
            this(references, List.of());
        }
    }

    /**
     * An archive of images that is taken in; {@link Frame.EndOfInput} completes it. The daemon
     * answers with documents, each with a line for people in {@code stream}.
     */
    record LoadImages() implements Streaming {}

    /**
     * An image that the node gets from another. About once a second a document tells how much has
     * come, as docker tells of a pull; the last one tells by which id the node's daemon knows it.
     *
     * @param reference its name, which it gets here, too; or its id
     * @param id what the reference means there
     */
    record FetchImage(String reference, String id, NodeName from) implements Streaming {}

    /**
     * A request of the Docker Engine API, handed to the daemon as it is. First comes {@link
     * Frame.Head}, then what the body is; what is sent is the request's body, until {@link
     * Frame.EndOfInput}. If the connection has become a tunnel by that, what is sent after it goes
     * into it, until another {@link Frame.EndOfInput}.
     */
    record Relay(ApiRequest request) implements Streaming {}

    /** The size of a terminal, in characters. */
    record Window(int rows, int columns) {}
}
