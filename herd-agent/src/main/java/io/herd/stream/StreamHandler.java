package io.herd.stream;

import io.herd.action.Streaming;
import io.herd.model.Deadline;

/** What an agent does when it is asked for a stream. */
@FunctionalInterface
public interface StreamHandler {

    /**
     * Serves it to its end, on a thread that may block for as long. The caller closes the session.
     *
     * @param begin when it must have begun
     */
    void serve(Streaming what, Deadline begin, Session session);
}
