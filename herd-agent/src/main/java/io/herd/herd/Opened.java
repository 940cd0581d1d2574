package io.herd.herd;

import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.model.ContainerRef;
import io.herd.stream.Session;

/** What came of asking for a stream of a container. */
public sealed interface Opened {

    /**
     * @param session to be closed by whoever asked
     */
    record Flowing(ContainerRef ref, ContainerLocation location, Session session, Coverage coverage)
            implements Opened {}

    record Not(ContainerResult result) implements Opened {}
}
