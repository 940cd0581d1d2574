package io.herd.docker;

import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.json.UnexpectedJsonException;
import io.herd.model.NodeName;

/** A request that fails before a daemon answers it. */
public sealed class ApiException extends Exception {

    private static final long serialVersionUID = 1;

    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    public static final int FORBIDDEN = 403;
    static final int CONFLICT = 409;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    static final int NO_ANSWER = 504;

    /**
     * What a request is about is on no node, and all say so. The request is then for a daemon to
     * refuse, in its own words: more may be wrong with it, or nothing, if it is to remove it by
     * force.
     */
    static final class Nowhere extends ApiException {

        private static final long serialVersionUID = 1;

        /**
         * @param what kind and name, such as {@code container: web}
         */
        Nowhere(String what) {
            super(NOT_FOUND, "No such " + what);
        }
    }

    private final int status;

    /**
     * @param status of HTTP
     */
    public ApiException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public static ApiException badRequest(String why) {
        return new ApiException(BAD_REQUEST, why);
    }

    static ApiException notFound(String why) {
        return new ApiException(NOT_FOUND, why);
    }

    public static ApiException unavailable(String why) {
        return new ApiException(UNAVAILABLE, why);
    }

    static ApiException unreadable(UnexpectedJsonException e) {
        return new ApiException(
                BAD_GATEWAY, "cannot read what a Docker daemon answers: " + e.getMessage());
    }

    /** What a node has not done. */
    static ApiException of(NodeName node, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed(var failure) -> of(node, failure);
            case Outcome.Refused(String reason) -> unavailable(node + ": " + reason);
            case Outcome.Unreachable(String reason) ->
                    new ApiException(
                            NO_ANSWER, "%s: %s; it may have been done".formatted(node, reason));
            case Outcome.TimedOut(var after) ->
                    new ApiException(
                            NO_ANSWER,
                            "%s: no answer within %.1f s; it may have been done"
                                    .formatted(node, after.toMillis() / 1000.0));
            case Outcome.Done _ -> throw new IllegalArgumentException("it is done");
        };
    }

    public static ApiException of(NodeName node, Failure failure) {
        return new ApiException(status(failure.kind()), node + ": " + failure.message());
    }

    private static int status(Failure.Kind kind) {
        return switch (kind) {
            case INVALID, NO_SUCH_COMMAND, NOT_EXECUTABLE -> BAD_REQUEST;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> CONFLICT;
            case DENIED, FORBIDDEN -> 403;
            case DAEMON_ERROR, INTERNAL -> 500;
            case DAEMON_DOWN -> UNAVAILABLE;
            case DAEMON_TIMEOUT, DAEMON_LOST -> NO_ANSWER;
        };
    }
}
