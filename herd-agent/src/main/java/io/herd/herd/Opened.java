package io.herd.herd;

import io.herd.model.ContainerRef;
import io.herd.stream.Session;

/** What came of asking for a stream of a container. */
public sealed interface Opened {

    /**
     * @param session to be closed by whoever asked
     */
    record Flowing(ContainerRef ref, Place place, Session session, Account account)
            implements Opened {}

    record Not(Deed deed) implements Opened {}
}
