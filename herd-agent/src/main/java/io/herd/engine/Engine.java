package io.herd.engine;

import io.herd.action.Streaming;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.model.DaemonProfile;
import io.herd.model.DaemonState;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operations that herd uses of one Docker daemon. Ids are full ids or names. Every call ends by
 * its deadline, and throws {@link EngineException} if the daemon cannot be reached, is too slow, or
 * answers with an error. Thread-safe; each call blocks its own thread.
 */
public interface Engine extends AutoCloseable {

    DaemonState.Up describe(Deadline deadline) throws EngineException;

    /** What {@code herd doctor} needs to know; costs the daemon more than other calls. */
    DaemonProfile profile(Deadline deadline) throws EngineException;

    /** Returns if the daemon answers at all; costs the daemon next to nothing. */
    void ping(Deadline deadline) throws EngineException;

    /**
     * Opens the daemon's events, from now on.
     *
     * @param since also earlier events, from this moment on the daemon's clock, as far as the
     *     daemon still knows them: at most its last 256, and none from before its start
     * @param until moment on the daemon's clock at which they end
     * @param filters the Docker API's
     * @param deadline for their beginning; the events may go on for ever
     */
    Events events(
            Optional<Instant> since,
            Optional<Instant> until,
            Map<String, List<String>> filters,
            Deadline deadline)
            throws EngineException;

    /**
     * Lists containers: the Docker API's array.
     *
     * @param all also containers that do not run
     * @param size with their sizes
     * @param filters the Docker API's; one that the daemon does not know is an error
     */
    RawJson containers(
            boolean all, boolean size, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException;

    default RawJson containers(boolean all, Deadline deadline) throws EngineException {
        return containers(all, false, Map.of(), deadline);
    }

    /** Containers in any state whose id begins with {@code prefix}. */
    List<Found> findById(String prefix, Deadline deadline) throws EngineException;

    /** The container in any state that has this name. */
    Optional<Found> findByName(String name, Deadline deadline) throws EngineException;

    RawJson inspect(String id, boolean size, Deadline deadline) throws EngineException;

    default RawJson inspect(String id, Deadline deadline) throws EngineException {
        return inspect(id, false, deadline);
    }

    /**
     * Creates a container.
     *
     * @param body the Docker API's create form, handed over as it is
     */
    Made create(Optional<String> name, RawJson body, Deadline deadline) throws EngineException;

    /** Starts a container; one that runs already is left alone. */
    void start(String id, Deadline deadline) throws EngineException;

    /**
     * Stops a container; one that does not run is left alone.
     *
     * @param graceSeconds time until it is killed; if absent, the setting of the container or the
     *     daemon applies
     * @param signal the one that asks it to stop; if absent, as above. A daemon that cannot be told
     *     it is not asked at all
     */
    void stop(String id, Optional<Integer> graceSeconds, Optional<String> signal, Deadline deadline)
            throws EngineException;

    default void stop(String id, Optional<Integer> graceSeconds, Deadline deadline)
            throws EngineException {
        stop(id, graceSeconds, Optional.empty(), deadline);
    }

    void remove(String id, boolean force, boolean volumes, Deadline deadline)
            throws EngineException;

    /** Stops a container if it runs, as {@link #stop} does, and starts it. */
    void restart(
            String id, Optional<Integer> graceSeconds, Optional<String> signal, Deadline deadline)
            throws EngineException;

    default void restart(String id, Optional<Integer> graceSeconds, Deadline deadline)
            throws EngineException {
        restart(id, graceSeconds, Optional.empty(), deadline);
    }

    /**
     * Sends a signal to a container.
     *
     * @param signal its name or number; SIGKILL if there is none
     */
    void kill(String id, Optional<String> signal, Deadline deadline) throws EngineException;

    void pause(String id, Deadline deadline) throws EngineException;

    void unpause(String id, Deadline deadline) throws EngineException;

    /**
     * Lists the processes of a container: the Docker API's {@code Titles} and {@code Processes}.
     *
     * @param arguments for {@code ps}; the daemon's own if there are none
     */
    RawJson top(String id, List<String> arguments, Deadline deadline) throws EngineException;

    /** Starts a command in a running container that nobody listens to. */
    void exec(Streaming.Exec command, Deadline deadline) throws EngineException;

    /** Describes what is at a path: the Docker API's {@code X-Docker-Container-Path-Stat}. */
    RawJson stat(String id, String path, Deadline deadline) throws EngineException;

    void rename(String id, String name, Deadline deadline) throws EngineException;

    /**
     * Removes all containers that do not run; returns the Docker API's answer, which lists them.
     *
     * @param filters the Docker API's: only what fits them is removed
     */
    RawJson prune(Map<String, List<String>> filters, Deadline deadline) throws EngineException;

    Images images();

    Resources resources();

    /** Lists what has changed in a container's file system. */
    RawJson diff(String id, Deadline deadline) throws EngineException;

    /**
     * Makes an image of a container.
     *
     * @param options the parameters of the Docker API's query, without the container
     */
    RawJson commit(String id, Map<String, String> options, Deadline deadline)
            throws EngineException;

    /**
     * Changes the resources or the restart policy of a container.
     *
     * @param body the Docker API's form, handed over as it is
     */
    RawJson update(String id, RawJson body, Deadline deadline) throws EngineException;

    /** The Docker API's info. */
    RawJson info(Deadline deadline) throws EngineException;

    /** What takes the daemon's disk space, which costs it time. */
    RawJson diskUsage(Deadline deadline) throws EngineException;

    /**
     * Removes what the daemon keeps of builds.
     *
     * @param all also what is in use by images
     */
    RawJson pruneBuilds(boolean all, Map<String, List<String>> filters, Deadline deadline)
            throws EngineException;

    /**
     * The notes that herd has stored with the daemon about its node, such as that it is
     * unregistered. The daemons are the only state, so the notes outlive the agent.
     *
     * @return empty if there are no notes
     */
    Map<String, String> notes(Deadline deadline) throws EngineException;

    /** Replaces all notes. */
    void note(Map<String, String> notes, Deadline deadline) throws EngineException;

    /**
     * Hands a request over as it is, with its body as text.
     *
     * @return the daemon's answer, whatever it says
     */
    ApiResponse call(ApiRequest request, Deadline deadline) throws EngineException;

    /**
     * Opens a stream.
     *
     * @param deadline for its beginning
     */
    DaemonStream open(Streaming what, Deadline deadline) throws EngineException;

    @Override
    void close();

    /**
     * A container that was found.
     *
     * @param id full id
     * @param name without the leading slash
     */
    record Found(String id, String name) {}

    /**
     * A container that was created.
     *
     * @param id full id
     * @param warnings the daemon's warnings; may be empty
     */
    record Made(String id, List<String> warnings) {}
}
