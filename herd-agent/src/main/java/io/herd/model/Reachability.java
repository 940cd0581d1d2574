package io.herd.model;

import java.time.Duration;

/** The connection from one agent to another, as tested with a new one. */
public record Reachability(NodeName to, String address, Way way) {

    /** The result of the test. */
    public sealed interface Way {

        /**
         * The agent answered.
         *
         * @param roundTrip round-trip time on the open connection
         */
        record Open(Duration roundTrip) implements Way {}

        record Shut(String reason) implements Way {}
    }
}
