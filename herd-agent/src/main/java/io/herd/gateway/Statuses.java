package io.herd.gateway;

import io.herd.action.Failure;
import io.herd.action.Outcome;

/** The HTTP statuses of the gateway, and their mapping from outcomes. */
final class Statuses {

    static final int OK = 200;
    static final int CREATED = 201;
    static final int NO_CONTENT = 204;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int WRONG_METHOD = 405;
    static final int TOO_SLOW = 408;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;
    static final int INTERNAL = 500;
    static final int BAD_GATEWAY = 502;
    static final int UNAVAILABLE = 503;
    static final int NO_ANSWER = 504;

    /** Seconds after which a client may try again, if the answer was {@code UNAVAILABLE}. */
    static final int RETRY_AFTER = 5;

    private Statuses() {}

    static int of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> OK;
            case Outcome.Refused _ -> BAD_GATEWAY;
            case Outcome.Failed(var failure) -> of(failure.kind());
            case Outcome.Unreachable _, Outcome.TimedOut _ -> NO_ANSWER;
        };
    }

    private static int of(Failure.Kind kind) {
        return switch (kind) {
            case INVALID, NO_SUCH_COMMAND, NOT_EXECUTABLE -> BAD_REQUEST;
            case FORBIDDEN -> FORBIDDEN;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> CONFLICT;
            case DENIED, DAEMON_ERROR, DAEMON_LOST -> BAD_GATEWAY;
            case DAEMON_DOWN -> UNAVAILABLE;
            case DAEMON_TIMEOUT -> NO_ANSWER;
            case INTERNAL -> INTERNAL;
        };
    }
}
