package io.herd.model;

import java.util.Map;

/**
 * A volume or network, as an entry of a node's list.
 *
 * @param id a network's full id; of a volume, its name
 * @param created as the daemon writes it; empty if it does not say
 * @param mountpoint where a volume is on its host; empty for a network
 * @param internal whether a network has no way out
 * @param ipv6 whether a network has addresses of IPv6
 * @param raw the whole element of the Docker API's list, with its {@code Node}
 */
public record Resource(
        NodeName node,
        String id,
        String name,
        String driver,
        String scope,
        String created,
        String mountpoint,
        boolean internal,
        boolean ipv6,
        Map<String, String> labels,
        RawJson raw) {}
