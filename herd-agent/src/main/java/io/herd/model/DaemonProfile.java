package io.herd.model;

import java.util.List;

/**
 * Properties of a Docker daemon that only {@code herd doctor} needs.
 *
 * @param oldestApi oldest API version that it supports; empty if unknown
 * @param newestApi newest API version that it supports; empty if unknown
 * @param bridgeSubnets subnets of its bridge networks, such as 172.17.0.0/16: each host has its
 *     own, which others cannot reach
 */
public record DaemonProfile(String oldestApi, String newestApi, List<String> bridgeSubnets) {

    /** The profile of a daemon that does not answer. */
    public static final DaemonProfile UNKNOWN = new DaemonProfile("", "", List.of());

    public DaemonProfile {
        bridgeSubnets = List.copyOf(bridgeSubnets);
    }
}
