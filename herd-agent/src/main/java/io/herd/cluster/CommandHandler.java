package io.herd.cluster;

import io.herd.action.Frame;
import io.herd.model.TypedLine;
import io.herd.stream.Session;
import java.io.IOException;

/** Runs command lines in the agent's process, for users of its host. */
@FunctionalInterface
public interface CommandHandler {

    /** Runs none: each user's own process has to. */
    CommandHandler NONE = (_, _, _, session) -> session.send(new Frame.Ended());

    /**
     * Runs a command line to its end, or declines it, as {@link io.herd.json.wire.Question.Run}
     * says. Blocks for as long; the caller closes the session.
     *
     * @param herd name of the herd
     * @param cluster the agent's access to it, which stays open
     * @throws IOException when the user's process is gone
     */
    void run(TypedLine line, String herd, Cluster cluster, Session session) throws IOException;
}
