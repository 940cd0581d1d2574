package io.herd.model;

/**
 * One node of the herd, as its agent describes it.
 *
 * @param address where its agent listens for other members, {@code host:port}
 * @param herdVersion the version of the agent
 */
public record NodeInfo(
        NodeName name, Pool pool, String address, String herdVersion, DaemonState daemon) {}
