package io.herd.herd.creation;

import static java.util.stream.Collectors.joining;

import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Result;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Outcomes;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** The result for one requested container. */
public sealed interface Instance {

    /** Its number, from 1. */
    int number();

    /**
     * The container exists.
     *
     * @param existed whether it existed before: created by an earlier attempt at the same request
     */
    record Made(
            int number,
            NodeName node,
            Optional<String> name,
            Result.Created created,
            boolean existed)
            implements Instance {

        private static final int SHORT = 12;

        public Made(int number, NodeName node, Optional<String> name, Result.Created created) {
            this(number, node, name, created, false);
        }

        /**
         * Where it is; a name that its daemon chose is not known, so its short id stands for it.
         */
        public ContainerLocation location() {
            var id = created.id();
            return new ContainerLocation(
                    node, id, name.orElse(id.substring(0, Math.min(SHORT, id.length()))));
        }
    }

    /**
     * It was created, then removed again because another could not be created.
     *
     * @param removal outcome of the removal
     */
    record Undone(Made made, Outcome removal) implements Instance {

        @Override
        public int number() {
            return made.number();
        }

        /** Whether the container still exists, or may exist. */
        public boolean remains() {
            return switch (removal) {
                case Outcome.Done _ -> false;
                case Outcome.Failed(var failure) -> failure.kind() != Failure.Kind.NOT_FOUND;
                case Outcome.Refused _, Outcome.Unreachable _, Outcome.TimedOut _ -> true;
            };
        }
    }

    /**
     * No node was asked to create it, because it may exist already.
     *
     * @param silent nodes that could not say whether they have it, and why
     */
    record Unsure(int number, Optional<String> name, NavigableMap<NodeName, Outcome> silent)
            implements Instance {}

    /**
     * It does not exist, or its node was lost before it could say.
     *
     * @param attempts all nodes that were tried, in order; empty if no node could take it
     */
    record Missing(int number, Optional<String> name, List<Attempt> attempts) implements Instance {

        /** Why each node that was tried has not created it, in one line. */
        public String failures() {
            var nodes = new LinkedHashMap<String, List<String>>();
            for (var attempt : attempts) {
                nodes.computeIfAbsent(
                                Outcomes.trouble(attempt.outcome()).orElse("done"),
                                _ -> new ArrayList<>())
                        .add(attempt.node().value());
            }
            return nodes.entrySet().stream()
                    .map(it -> String.join(", ", it.getValue()) + ": " + it.getKey())
                    .collect(joining("; "));
        }
    }

    /**
     * A failed attempt to create an instance on a node.
     *
     * @param sent whether the node may have created it: it was asked, and has not shown since that
     *     it does not have it
     */
    record Attempt(NodeName node, Outcome outcome, boolean sent) {

        /** Whether the container may exist on the node all the same. */
        public boolean open() {
            return sent && Outcomes.mayHaveHappened(outcome);
        }
    }
}
