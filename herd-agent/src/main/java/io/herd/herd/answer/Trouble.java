package io.herd.herd.answer;

import io.herd.action.Outcome;
import java.util.Optional;

/**
 * Why something was not done.
 *
 * @param message one line for the operator
 */
public record Trouble(ErrorCode code, String message) {

    /** Empty if it was done. */
    public static Optional<Trouble> of(Outcome outcome) {
        return Outcomes.trouble(outcome).map(why -> new Trouble(ErrorCode.of(outcome), why));
    }

    /** The message. */
    @Override
    public String toString() {
        return message;
    }
}
