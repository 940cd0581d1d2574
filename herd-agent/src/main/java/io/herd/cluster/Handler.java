package io.herd.cluster;

import io.herd.action.Action;
import io.herd.action.Outcome;
import io.herd.model.Deadline;

/** What an agent does with an action it is asked. */
@FunctionalInterface
public interface Handler {

    /**
     * Called on a thread that may block; should end by the deadline, after which nobody waits for
     * it.
     */
    Outcome handle(Action action, Deadline deadline);
}
