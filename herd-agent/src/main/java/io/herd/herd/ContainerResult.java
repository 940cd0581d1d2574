package io.herd.herd;

import io.herd.action.Outcome;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.model.ContainerRef;

/** The result of an action on one container that the user named. */
public sealed interface ContainerResult {

    ContainerRef ref();

    /** The nodes that were asked for the container, and those that did not answer. */
    Coverage coverage();

    /** The container was found and its owner was asked to do it. */
    record Tried(ContainerRef ref, ContainerLocation location, Outcome outcome, Coverage coverage)
            implements ContainerResult {}

    /** It is not clear which container is meant, so no node was asked to do anything. */
    record Unresolved(ContainerRef ref, Resolution resolution) implements ContainerResult {
        @Override
        public Coverage coverage() {
            return resolution.coverage();
        }
    }
}
