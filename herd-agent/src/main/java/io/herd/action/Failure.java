package io.herd.action;

/**
 * Why an action did not succeed on a node that was reached.
 *
 * @param kind kind of failure; decides the exit code and whether another node may be tried
 * @param message one line for the operator, in the daemon's own words if it gave any
 */
public record Failure(Kind kind, String message) {

    /**
     * The kinds of failure; all but the last four and {@code FORBIDDEN} are answers of the daemon
     * itself.
     */
    public enum Kind {
        /** The daemon rejects the request as invalid (HTTP 400). */
        INVALID,
        /** The daemon has no such container or image (HTTP 404). */
        NOT_FOUND,
        /** There is no such command in the container that was to be started. */
        NO_SUCH_COMMAND,
        /** The command of the container that was to be started cannot be executed. */
        NOT_EXECUTABLE,
        /**
         * The request conflicts with the daemon's state (HTTP 409): a name in use, a running
         * container.
         */
        CONFLICT,
        /** The daemon, or the registry that it asked, requires another login (HTTP 401, 403). */
        DENIED,
        /** Whoever asks may not do it. */
        FORBIDDEN,
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
