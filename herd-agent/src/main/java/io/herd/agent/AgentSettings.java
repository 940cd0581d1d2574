package io.herd.agent;

import io.herd.api.ApiOptions;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.Detection;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of an agent.
 *
 * @param docker endpoint of its daemon, {@code unix:///PATH} or {@code tcp://HOST:PORT}
 * @param socket Unix socket for commands of this host, if any
 * @param dockerSocket Unix socket for the Docker API, if any
 * @param dockerListen address for the Docker API, if any
 * @param dockerApi how its Docker API differs from what is usual
 * @param http how it answers by HTTP, if it does
 * @param templates the directories in which the HTTP gateway looks for templates
 * @param timeout time limit on a node for each request that comes by HTTP
 * @param createTimeout time limit for creating one container by HTTP, if it differs from {@code
 *     timeout}
 * @param audit file to note in who changes what, if any
 * @param policy file that says who may do what; the usual policy without
 * @param labels the agent's own labels, which are not noted with the daemon
 * @param detection how soon it takes another agent for lost
 */
public record AgentSettings(
        NodeName name,
        String docker,
        ClusterSettings cluster,
        Optional<LocalSocket> socket,
        Optional<LocalSocket> dockerSocket,
        Optional<HostPort> dockerListen,
        ApiOptions dockerApi,
        Optional<HttpSettings> http,
        List<Path> templates,
        Duration timeout,
        Optional<Duration> createTimeout,
        Optional<Path> audit,
        Optional<Path> policy,
        Map<String, String> labels,
        Detection detection) {

    public AgentSettings {
        templates = List.copyOf(templates);
        labels = Map.copyOf(labels);
    }
}
