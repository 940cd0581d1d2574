package io.herd.action;

import java.time.Duration;

/**
 * The result of asking one node: done, refused, failed, unreachable or timed out. Every node that
 * was asked has exactly one.
 */
public sealed interface Outcome {

    record Done(Result result) implements Outcome {}

    /** The agent declined to do it. */
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
