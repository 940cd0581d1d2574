package io.herd.model;

import java.time.Duration;

/** The way from one agent to another, tried with a connection of its own. */
public record Reachability(NodeName to, String address, Way way) {

    /** What came of trying it. */
    public sealed interface Way {

        /**
         * @param roundTrip over the connection once it is there
         */
        record Open(Duration roundTrip) implements Way {}

        record Shut(String reason) implements Way {}
    }
}
