package io.herd.herd.answer;

import io.herd.action.Failure;
import io.herd.action.Outcome;
import java.util.Locale;

/**
 * What kind of failure something is, for programs that read {@code --json}: the names stay, while
 * the words of a message may change.
 */
public enum ErrorCode {
    /** The command was not typed as it must be. */
    USAGE,
    /** No agent was reached. */
    NO_AGENT,
    NOT_FOUND,
    /** What was named fits several. */
    AMBIGUOUS,
    /** The daemon rejects the request as invalid. */
    INVALID,
    /** The state of things forbids it, such as a name in use. */
    CONFLICT,
    DENIED,
    /** Whoever asks may not do it; in JSON as the one before. */
    FORBIDDEN,
    NO_SUCH_COMMAND,
    NOT_EXECUTABLE,
    DAEMON_ERROR,
    DAEMON_DOWN,
    DAEMON_TIMEOUT,
    DAEMON_LOST,
    /** The agent refused, such as an action that it does not know. */
    REFUSED,
    /** The agent is not there, or was lost. */
    UNREACHABLE,
    /** The agent did not answer before the deadline. */
    TIMED_OUT,
    /** The agent itself failed. */
    INTERNAL,
    /** Anything else. */
    FAILED;

    /** As it stands in JSON. */
    public String word() {
        return this == FORBIDDEN ? DENIED.word() : name().toLowerCase(Locale.ROOT);
    }

    static ErrorCode of(Failure failure) {
        return switch (failure.kind()) {
            case INVALID -> INVALID;
            case NOT_FOUND -> NOT_FOUND;
            case NO_SUCH_COMMAND -> NO_SUCH_COMMAND;
            case NOT_EXECUTABLE -> NOT_EXECUTABLE;
            case CONFLICT -> CONFLICT;
            case DENIED -> DENIED;
            case FORBIDDEN -> FORBIDDEN;
            case DAEMON_ERROR -> DAEMON_ERROR;
            case DAEMON_DOWN -> DAEMON_DOWN;
            case DAEMON_TIMEOUT -> DAEMON_TIMEOUT;
            case DAEMON_LOST -> DAEMON_LOST;
            case INTERNAL -> INTERNAL;
        };
    }

    /** Of an outcome that is not done. */
    public static ErrorCode of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed(var failure) -> of(failure);
            case Outcome.Refused _ -> REFUSED;
            case Outcome.Unreachable _ -> UNREACHABLE;
            case Outcome.TimedOut _ -> TIMED_OUT;
            case Outcome.Done _ -> FAILED;
        };
    }
}
