package io.herd.agent;

import io.herd.cluster.ClusterSettings;
import io.herd.model.NodeName;

/**
 * What an agent must know.
 *
 * @param docker its daemon's endpoint, {@code unix:///PATH} or {@code tcp://HOST:PORT}
 */
public record AgentSettings(NodeName name, String docker, ClusterSettings cluster) {}
