package io.herd.model;

import java.util.List;

/**
 * A node's report for {@code herd doctor}: its description, its daemon's profile, and how it
 * reaches the others.
 *
 * @param address where it listens for other members
 * @param reaches connections to all other agents that it sees in the herd
 * @param places its {@code --join} addresses where no agent of the herd is
 */
public record Examination(
        NodeInfo node,
        String address,
        DaemonProfile profile,
        List<Reachability> reaches,
        List<JoinPlace> places) {

    public Examination {
        reaches = List.copyOf(reaches);
        places = List.copyOf(places);
    }
}
