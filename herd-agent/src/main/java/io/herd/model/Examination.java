package io.herd.model;

import java.util.List;

/**
 * What a node's agent found when it looked into what keeps the herd together.
 *
 * @param address where it listens for other members
 * @param reaches to all other agents that it sees in the herd
 * @param places those of its {@code --join} where no agent of the herd is
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
