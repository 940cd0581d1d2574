package io.herd.model;

/**
 * One node of the herd, as its agent describes it.
 *
 * @param herdVersion the version of the agent
 */
public record NodeInfo(NodeName name, Pool pool, String herdVersion, DaemonState daemon) {}
