package io.herd.stream;

import io.herd.action.Streaming;
import io.herd.model.Deadline;

/** Serves the streams that an agent is asked for. */
@FunctionalInterface
public interface StreamHandler {

    /**
     * Serves a stream to its end, on a thread that may block for as long. The caller closes the
     * session.
     *
     * @param begin deadline by which it must have begun
     */
    void serve(Streaming what, Deadline begin, Session session);
}
