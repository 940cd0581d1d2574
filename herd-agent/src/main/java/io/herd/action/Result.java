package io.herd.action;

import io.herd.api.ApiResponse;
import io.herd.model.Examination;
import io.herd.model.GoneNode;
import io.herd.model.NodeInfo;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a node returns for an action that succeeded. */
public sealed interface Result {

    /** Success without any data. */
    record Nothing() implements Result {}

    /**
     * The nodes that were lost, as far as this one remembers.
     *
     * @param present those that are there at the same moment, and their addresses; an older agent
     *     tells none
     * @param age how long the agent has been there; zero if it is an older one
     */
    record Gone(List<GoneNode> nodes, Map<NodeName, String> present, Duration age)
            implements Result {

        public Gone {
            nodes = List.copyOf(nodes);
            present = Map.copyOf(present);
        }
    }

    /** The node did nothing, because it is unregistered and only registered nodes were asked. */
    record LeftOut() implements Result {}

    /**
     * A container does not run.
     *
     * @param code exit code of its process; 0 if it never ran
     */
    record Exited(int code) implements Result {}

    /** A JSON document from the daemon, with all its fields. */
    record Document(RawJson body) implements Result {}

    /** What the daemon has answered. */
    record Replied(ApiResponse response) implements Result {}

    record Described(NodeInfo node) implements Result {}

    record Examined(Examination examination) implements Result {}

    /**
     * The time on the node's host.
     *
     * @param now time on the clock of the node's host
     */
    record Time(Instant now) implements Result {}

    record Matches(List<Match> matches) implements Result {}

    /**
     * A container that matches a reference.
     *
     * @param id full id
     * @param name without the leading slash
     */
    record Match(String id, String name, Quality quality) {

        public Match withQuality(Quality other) {
            return new Match(id, name, other);
        }
    }

    /** How a reference matches a container, best first, in docker's own order of preference. */
    enum Quality {
        FULL_ID,
        NAME,
        ID_PREFIX,
        /**
         * It is its name or full id, but it is not known to whoever asks, because it is not his.
         */
        ANOTHERS
    }

    /**
     * A container was created.
     *
     * @param id full id
     * @param warnings the daemon's warnings
     * @param startFailure why it did not start although it should have; the container exists all
     *     the same
     */
    record Created(String id, List<String> warnings, Optional<Failure> startFailure)
            implements Result {}
}
