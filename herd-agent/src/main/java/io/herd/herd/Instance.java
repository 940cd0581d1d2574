package io.herd.herd;

import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Optional;

/** What came of one ordered container. */
public sealed interface Instance {

    /** Which it is, from 1. */
    int number();

    /** It exists. */
    record Made(int number, NodeName node, Optional<String> name, Result.Created created)
            implements Instance {}

    /**
     * It does not exist, or its node was lost before it could say.
     *
     * @param attempts every node that was tried, in the order of trying; none if no node could take
     *     it
     */
    record Missing(int number, Optional<String> name, List<Attempt> attempts) implements Instance {}

    /**
     * One node's part in an instance that failed there.
     *
     * @param sent whether the node was asked at all; if it was and did not answer, the container
     *     may exist
     */
    record Attempt(NodeName node, Outcome outcome, boolean sent) {

        /** Whether the container may exist there all the same. */
        public boolean open() {
            return sent && Outcomes.mayHaveHappened(outcome);
        }
    }
}
