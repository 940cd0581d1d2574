package io.herd.action;

/**
 * Why an action did not succeed on a node that was reached.
 *
 * @param kind what sort of failure, for exit codes and for deciding whether another node may be
 *     tried
 * @param message one line for the operator: the daemon's own words where it said any
 */
public record Failure(Kind kind, String message) {

    /** The sorts of failure; each but the last four is the daemon's own answer. */
    public enum Kind {
        /** The daemon calls the request wrong (HTTP 400). */
        INVALID,
        /** There is no such container or image there (HTTP 404). */
        NOT_FOUND,
        /** There is no such command in the container that was to be started. */
        NO_SUCH_COMMAND,
        /** The command of the container that was to be started cannot be executed. */
        NOT_EXECUTABLE,
        /** It clashes with what is there (HTTP 409): a name in use, a container that runs. */
        CONFLICT,
        /** The daemon, or the registry that it asked, wants another login (HTTP 401, 403). */
        DENIED,
        /** The daemon failed (any other HTTP error). */
        DAEMON_ERROR,
        /** The daemon cannot be reached; nothing was asked. */
        DAEMON_DOWN,
        /** The daemon did not answer before the deadline; what was asked may have happened. */
        DAEMON_TIMEOUT,
        /** The connection broke before the daemon's answer; what was asked may have happened. */
        DAEMON_LOST,
        /** The agent itself failed. */
        INTERNAL
    }
}
