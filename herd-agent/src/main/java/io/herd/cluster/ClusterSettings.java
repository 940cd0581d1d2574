package io.herd.cluster;

import io.herd.model.HostPort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to become a member.
 *
 * @param herd the name of the herd; members of another are strangers
 * @param bind where to listen. An agent's default is 127.0.0.1:7800. A client's default is port 0
 *     on the address from which the first host of {@code join} is reached, 127.0.0.1 without one
 * @param join where to look for agents, besides multicast; for a client without any, 127.0.0.1:7800
 * @param key without it nothing beyond loopback may be bound or reached
 * @param joinTimeout how long a client looks for somebody who listens
 * @param admissionTimeout how long a client waits to be let in where somebody does; a coordinator
 *     that is frozen is replaced within 10 s, and until then nobody is
 */
public record ClusterSettings(
        String herd,
        Optional<HostPort> bind,
        List<HostPort> join,
        Optional<Key> key,
        Duration joinTimeout,
        Duration admissionTimeout) {

    public ClusterSettings {
        join = List.copyOf(join);
    }
}
