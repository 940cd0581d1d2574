package io.herd.engine;

import io.herd.action.Streaming;
import io.herd.model.DaemonProfile;
import io.herd.model.DaemonState;
import io.herd.model.Deadline;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What herd needs of one Docker daemon. Ids are full ids or names; every call ends by its deadline,
 * and says with {@link EngineException} why it failed: a daemon that cannot be reached, is too
 * slow, or answered with an error. Calls may be made from any number of threads; each blocks its
 * own.
 */
public interface Engine extends AutoCloseable {

    DaemonState.Up describe(Deadline deadline) throws EngineException;

    /** What a doctor wants to know; it costs the daemon more than other questions. */
    DaemonProfile profile(Deadline deadline) throws EngineException;

    /** Returns if the daemon answers at all; it costs it next to nothing. */
    void ping(Deadline deadline) throws EngineException;

    /**
     * What happens at the daemon from now on.
     *
     * @param since and before that, from this moment on the daemon's clock, what it still knows: at
     *     most its last 256 events, and none from before it was started
     * @param until ends them at this moment on the daemon's clock
     * @param filters the Docker API's
     * @param deadline by which the daemon must have begun; the events may go on for ever
     */
    Events events(
            Optional<Instant> since,
            Optional<Instant> until,
            Map<String, List<String>> filters,
            Deadline deadline)
            throws EngineException;

    /**
     * Containers as the daemon lists them, the Docker API's array.
     *
     * @param all also those that do not run
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

    /** Stops a container if it runs, and starts it. */
    void restart(String id, Optional<Integer> graceSeconds, Deadline deadline)
            throws EngineException;

    /**
     * @param signal its name or number; SIGKILL if there is none
     */
    void kill(String id, Optional<String> signal, Deadline deadline) throws EngineException;

    void pause(String id, Deadline deadline) throws EngineException;

    void unpause(String id, Deadline deadline) throws EngineException;

    /**
     * Processes of a container, the Docker API's {@code Titles} and {@code Processes}.
     *
     * @param arguments for {@code ps}; the daemon's own if there are none
     */
    RawJson top(String id, List<String> arguments, Deadline deadline) throws EngineException;

    /** What is at a path, the Docker API's {@code X-Docker-Container-Path-Stat}. */
    RawJson stat(String id, String path, Deadline deadline) throws EngineException;

    void rename(String id, String name, Deadline deadline) throws EngineException;

    /** Removes all containers that do not run; says which, in the Docker API's words. */
    RawJson prune(Deadline deadline) throws EngineException;

    Images images();

    /**
     * What herd has noted with the daemon about its node, such as that it is unregistered: the
     * daemons are the only state, so it is kept where it outlives the agent.
     *
     * @return empty if nothing was noted
     */
    Map<String, String> notes(Deadline deadline) throws EngineException;

    /** Notes this in place of whatever was noted before. */
    void note(Map<String, String> notes, Deadline deadline) throws EngineException;

    /**
     * Asks for what goes on as long as somebody listens.
     *
     * @param deadline for its beginning
     */
    DaemonStream open(Streaming what, Deadline deadline) throws EngineException;

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
