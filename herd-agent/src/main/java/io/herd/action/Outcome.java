package io.herd.action;

import java.time.Duration;

/** What came of asking one node. There is always exactly one for each node that was asked. */
public sealed interface Outcome {

    record Done(Result result) implements Outcome {}

    /** The agent would not do it. */
    record Refused(String reason) implements Outcome {}

    /** The agent tried and it failed. */
    record Failed(Failure failure) implements Outcome {}

    /**
     * The agent could not be reached, or was lost before it answered; what was asked may have
     * happened.
     */
    record Unreachable(String reason) implements Outcome {}

    /** The agent did not answer in time; what was asked may have happened or may happen yet. */
    record TimedOut(Duration after) implements Outcome {}
}
