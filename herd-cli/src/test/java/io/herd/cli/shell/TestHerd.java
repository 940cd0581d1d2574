package io.herd.cli.shell;

import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import io.herd.cli.flow.Console;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.InProcessCluster;
import io.herd.cluster.JoinException;
import io.herd.engine.MemoryEngine;
import io.herd.herd.Herd;
import io.herd.model.HostPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A herd of two in this process; it counts how often it was joined. */
final class TestHerd implements Connector {

    static final ClusterSettings SETTINGS = settings(List.of());

    final InProcessCluster cluster = new InProcessCluster();
    final AtomicInteger joins = new AtomicInteger();
    final Map<String, String> environment = new HashMap<>();

    TestHerd() {
        // The agent of this host, should it have one, is none of these.
        environment.put("HERD_DIRECT", "true");
        come("a");
        come("b");
    }

    static ClusterSettings settings(List<HostPort> join) {
        return new ClusterSettings(
                "herd",
                Optional.empty(),
                join,
                Optional.empty(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }

    void come(String... names) {
        for (var name : names) {
            cluster.with(name, new MemoryEngine("busybox"));
        }
    }

    void go(String... names) {
        for (var name : names) {
            cluster.leave(name);
        }
    }

    @Override
    public Herd connect(List<Path> sockets, ClusterSettings settings, Duration timeout)
            throws JoinException {
        if (cluster.members().isEmpty()) {
            throw new JoinException(JoinException.Reason.NO_AGENT, "no agent answers");
        }
        joins.incrementAndGet();
        return new Herd(cluster, timeout);
    }

    CommandContext context(Console console) {
        return new CommandContext(
                environment, Optional.empty(), Optional.empty(), Optional.empty(), console);
    }
}
