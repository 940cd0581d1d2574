package io.herd.cluster;

import io.herd.action.Action;
import io.herd.action.Outcome;
import io.herd.model.Deadline;

/** Carries out the actions that an agent is asked for. */
@FunctionalInterface
public interface Handler {

    /**
     * Carries out one action; called on a thread that may block. Should end by the deadline, after
     * which nobody waits for the outcome.
     */
    Outcome handle(Action action, Deadline deadline);
}
