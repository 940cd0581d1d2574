package io.herd.model;

import java.util.List;

/**
 * What a daemon says of itself that herd does not need for its work.
 *
 * @param oldestApi the oldest version of the API that it speaks; empty if it does not say
 * @param newestApi the newest; empty if it does not say
 * @param bridgeSubnets of its bridge networks, such as 172.17.0.0/16: every host has such for
 *     itself
 */
public record DaemonProfile(String oldestApi, String newestApi, List<String> bridgeSubnets) {

    /** Of a daemon that does not answer. */
    public static final DaemonProfile UNKNOWN = new DaemonProfile("", "", List.of());

    public DaemonProfile {
        bridgeSubnets = List.copyOf(bridgeSubnets);
    }
}
