package io.herd.herd;

import io.herd.action.Outcome;
import io.herd.model.ContainerRef;

/** What came of an action on one container that the user named. */
public sealed interface Deed {

    ContainerRef ref();

    /** Who was asked for it, and what is missing of their answers. */
    Account account();

    /** Its owner was asked to do it. */
    record Tried(ContainerRef ref, Place place, Outcome outcome, Account account) implements Deed {}

    /** It could not be told which container is meant, so nobody was asked to do anything. */
    record Unresolved(ContainerRef ref, Resolution resolution) implements Deed {
        @Override
        public Account account() {
            return resolution.account();
        }
    }
}
