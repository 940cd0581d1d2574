package io.herd.agent;

import io.herd.cluster.ClusterSettings;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an agent must know.
 *
 * @param docker its daemon's endpoint, {@code unix:///PATH} or {@code tcp://HOST:PORT}
 * @param socket where it answers whoever is on this host, if it does at all
 * @param http where it answers HTTP, if it does at all
 * @param templates the directories in which the HTTP gateway looks for templates
 * @param timeout how long each request that comes by HTTP may take on a node
 * @param createTimeout how long the creation of one container may take that is asked for by HTTP,
 *     if not as long as any request
 * @param labels its own, which need no note
 */
public record AgentSettings(
        NodeName name,
        String docker,
        ClusterSettings cluster,
        Optional<LocalSocket> socket,
        Optional<HostPort> http,
        List<Path> templates,
        Duration timeout,
        Optional<Duration> createTimeout,
        Map<String, String> labels) {

    public AgentSettings {
        templates = List.copyOf(templates);
        labels = Map.copyOf(labels);
    }
}
