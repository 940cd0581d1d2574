package io.herd.herd;

import io.herd.action.Outcome;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.model.ContainerRef;

/** What came of an action on one container that the user named. */
public sealed interface ContainerResult {

    ContainerRef ref();

    /** Who was asked for it, and what is missing of their answers. */
    Coverage coverage();

    /** Its owner was asked to do it. */
    record Tried(ContainerRef ref, ContainerLocation location, Outcome outcome, Coverage coverage)
            implements ContainerResult {}

    /** It could not be told which container is meant, so nobody was asked to do anything. */
    record Unresolved(ContainerRef ref, Resolution resolution) implements ContainerResult {
        @Override
        public Coverage coverage() {
            return resolution.coverage();
        }
    }
}
