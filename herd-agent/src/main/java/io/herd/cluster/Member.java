package io.herd.cluster;

import io.herd.model.NodeName;

/**
 * An agent of the herd: its node's name and its address.
 *
 * @param address where it listens for other members, {@code host:port}
 */
public record Member(NodeName name, String address) {}
