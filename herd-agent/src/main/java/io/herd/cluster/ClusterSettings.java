package io.herd.cluster;

import io.herd.model.HostPort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings for joining a herd.
 *
 * @param herd name of the herd; members of other herds are strangers
 * @param bind address to listen on. An agent's default is 127.0.0.1:7800. A client's default is
 *     port 0 on the local address from which the first reachable host of {@code join} is reached,
 *     or 127.0.0.1 if there is no {@code join}
 * @param join where to look for agents, besides multicast; for a client without any, 127.0.0.1:7800
 * @param key key of the herd; without it nothing beyond loopback may be bound or reached
 * @param joinTimeout how long a client looks for an agent that listens
 * @param admissionTimeout how long a client waits for admission where an agent listens; a frozen
 *     coordinator is replaced within 10 s, and until then nobody is admitted
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
