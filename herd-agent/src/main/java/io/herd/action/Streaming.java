package io.herd.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node can be asked that goes on for as long as somebody listens: bytes and documents flow
 * over a connection of its own. Containers are given by their full ids.
 */
public sealed interface Streaming {

    /**
     * What a container has written.
     *
     * @param follow go on with what it writes from now on, until it ends
     * @param since from this moment on, seconds since 1970 with up to nine decimals
     * @param until up to this moment, likewise
     * @param tail only so many of the last lines
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
     * A command in a container that runs. Its last frame is its exit code; if nobody listens any
     * more it is ended.
     *
     * @param environment as {@code NAME=VALUE}
     * @param window of the terminal, if it is to have one
     * @param input whether something can be sent to it
     */
    record Exec(
            String id,
            List<String> command,
            List<String> environment,
            Optional<String> directory,
            Optional<String> user,
            boolean privileged,
            Optional<Window> window,
            boolean input)
            implements Streaming {

        public Exec {
            command = List.copyOf(command);
            environment = List.copyOf(environment);
        }
    }

    /**
     * A container's own process, from now on; it may not have been started yet. The first frame is
     * the daemon's description of the container, the last its exit code; that of one that is to be
     * removed with its process comes when it has been.
     *
     * @param input whether something can be sent to it
     */
    record Attach(String id, boolean input) implements Streaming {}

    /**
     * The end of a container: nothing until it does not run, then its exit code, 0 if it never ran.
     */
    record Wait(String id) implements Streaming {}

    /**
     * What happens at the daemon, each event a document of the daemon's own, in their order.
     *
     * @param since seconds since 1970 with up to nine decimals; without it from now on
     * @param until likewise; without it for ever
     * @param filters the Docker API's
     */
    record Events(Optional<String> since, Optional<String> until, Map<String, List<String>> filters)
            implements Streaming {

        public Events {
            filters = Map.copyOf(filters);
        }
    }

    /**
     * What containers use, a document of the daemon's own for each, about once a second. The last
     * of one that goes has nothing but its {@code id}.
     *
     * @param ids of whom; none means all that run, also those that are started later
     * @param follow go on; without it one document for each
     */
    record Stats(List<String> ids, boolean follow) implements Streaming {

        public Stats {
            ids = List.copyOf(ids);
        }
    }

    /**
     * A file or a directory out of a container: first a document that tells what it is, the Docker
     * API's {@code X-Docker-Container-Path-Stat}, then a tar archive.
     */
    record CopyOut(String id, String path) implements Streaming {}

    /**
     * A tar archive into a directory of a container; it is complete when the input is ended.
     *
     * @param keepOwner with the archive's owners instead of root
     */
    record CopyIn(String id, String directory, boolean keepOwner) implements Streaming {}

    /** The size of a terminal, in characters. */
    record Window(int rows, int columns) {}
}
