package io.herd.herd.creation;

import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.herd.answer.Outcomes;
import io.herd.model.NodeName;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** What came of one ordered container. */
public sealed interface Instance {

    /** Which it is, from 1. */
    int number();

    /**
     * It exists.
     *
     * @param existed whether it was there before: made by an earlier attempt at the same request
     */
    record Made(
            int number,
            NodeName node,
            Optional<String> name,
            Result.Created created,
            boolean existed)
            implements Instance {

        public Made(int number, NodeName node, Optional<String> name, Result.Created created) {
            this(number, node, name, created, false);
        }
    }

    /**
     * It was made, and was to be removed again because another could not be made.
     *
     * @param removal whether it could
     */
    record Undone(Made made, Outcome removal) implements Instance {

        @Override
        public int number() {
            return made.number();
        }

        /** Whether it is still there, or may be. */
        public boolean remains() {
            return switch (removal) {
                case Outcome.Done _ -> false;
                case Outcome.Failed(var failure) -> failure.kind() != Failure.Kind.NOT_FOUND;
                case Outcome.Refused _, Outcome.Unreachable _, Outcome.TimedOut _ -> true;
            };
        }
    }

    /**
     * Nobody was asked to make it, since it may be there already.
     *
     * @param silent the nodes that could not say whether they have it, and why
     */
    record Unsure(int number, Optional<String> name, NavigableMap<NodeName, Outcome> silent)
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
     * @param sent whether the node may have taken it: it was asked, and has not shown since that it
     *     does not have it
     */
    record Attempt(NodeName node, Outcome outcome, boolean sent) {

        /** Whether the container may exist there all the same. */
        public boolean open() {
            return sent && Outcomes.mayHaveHappened(outcome);
        }
    }
}
