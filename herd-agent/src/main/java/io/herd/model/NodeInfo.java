package io.herd.model;

import java.util.Map;

/**
 * The description of a node by its agent.
 *
 * @param labels labels that the operator has given it, for constraints
 * @param herdVersion version of the agent
 */
public record NodeInfo(
        NodeName name,
        Pool pool,
        Map<String, String> labels,
        String herdVersion,
        DaemonState daemon) {

    public NodeInfo {
        labels = Map.copyOf(labels);
    }
}
