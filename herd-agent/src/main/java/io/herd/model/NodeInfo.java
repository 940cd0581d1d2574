package io.herd.model;

import java.util.Map;

/**
 * One node of the herd, as its agent describes it.
 *
 * @param labels what the operator has said of it, for constraints
 * @param herdVersion the version of the agent
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
