package io.herd.action;

import io.herd.model.Examination;
import io.herd.model.NodeInfo;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an action that was done gives back. */
public sealed interface Result {

    /** It is done and there is nothing more to say. */
    record Nothing() implements Result {}

    /** The node is unregistered, and was asked only as one of the whole herd. */
    record LeftOut() implements Result {}

    /**
     * A container does not run.
     *
     * @param code what its process ended with; 0 if it never ran
     */
    record Exited(int code) implements Result {}

    /** A document of the daemon's, with every field it has. */
    record Document(RawJson body) implements Result {}

    record Described(NodeInfo node) implements Result {}

    record Examined(Examination examination) implements Result {}

    /**
     * @param now on the clock of the node's host
     */
    record Time(Instant now) implements Result {}

    record Matches(List<Match> matches) implements Result {}

    /**
     * A container that a reference may mean.
     *
     * @param id full id
     * @param name without the leading slash
     */
    record Match(String id, String name, Quality quality) {}

    /** How well a reference fits, best first, in docker's own order. */
    enum Quality {
        FULL_ID,
        NAME,
        ID_PREFIX
    }

    /**
     * A container was made.
     *
     * @param id full id
     * @param warnings the daemon's
     * @param startFailure why it did not start, if it was to start and did not; it exists all the
     *     same
     */
    record Created(String id, List<String> warnings, Optional<Failure> startFailure)
            implements Result {}
}
