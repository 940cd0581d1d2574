package io.herd.herd;

import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.model.ContainerRef;
import io.herd.stream.Session;

/** The result of opening a stream to a container: the open session, or why not. */
public sealed interface Opened {

    /**
     * The stream is open.
     *
     * @param session to be closed by the caller
     */
    record Flowing(ContainerRef ref, ContainerLocation location, Session session, Coverage coverage)
            implements Opened {}

    record Not(ContainerResult result) implements Opened {}
}
