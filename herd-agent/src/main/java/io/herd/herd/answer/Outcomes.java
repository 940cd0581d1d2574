package io.herd.herd.answer;

import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Outcome.Refused;
import io.herd.action.Outcome.TimedOut;
import io.herd.action.Outcome.Unreachable;
import java.util.Optional;

/**
 * Classifies outcomes: why something failed, whether the node answered, whether it may have been
 * done.
 */
public final class Outcomes {

    private Outcomes() {}

    /** Why it was not done, in one line for the operator; empty if it was done. */
    public static Optional<String> trouble(Outcome outcome) {
        return switch (outcome) {
            case Done _ -> Optional.empty();
            case Refused(String reason) -> Optional.of("refused: " + reason);
            case Failed(var failure) -> Optional.of(failure.message());
            case Unreachable(String reason) -> Optional.of("unreachable: " + reason);
            case TimedOut(var after) ->
                    Optional.of("no answer within %.1f s".formatted(after.toMillis() / 1000.0));
        };
    }

    /** Whether the node itself answered, with success or failure. */
    public static boolean answered(Outcome outcome) {
        return switch (outcome) {
            case Done _, Refused _, Failed _ -> true;
            case Unreachable _, TimedOut _ -> false;
        };
    }

    /** Whether the daemon has no such container, image or other thing. */
    public static boolean notFound(Outcome outcome) {
        return outcome instanceof Failed(var failure) && failure.kind() == Kind.NOT_FOUND;
    }

    /** Whether the action may have been done although no answer says so. */
    public static boolean mayHaveHappened(Outcome outcome) {
        return switch (outcome) {
            case Done _, Refused _ -> false;
            case Unreachable _, TimedOut _ -> true;
            case Failed(var failure) ->
                    switch (failure.kind()) {
                        case DAEMON_TIMEOUT, DAEMON_LOST, INTERNAL -> true;
                        case INVALID,
                                NOT_FOUND,
                                NO_SUCH_COMMAND,
                                NOT_EXECUTABLE,
                                CONFLICT,
                                DENIED,
                                FORBIDDEN,
                                DAEMON_ERROR,
                                DAEMON_DOWN ->
                                false;
                    };
        };
    }
}
