package io.herd.cli.context;

import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.herd.Herd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How a command reaches the herd. */
@FunctionalInterface
public interface Connector {

    /**
     * @param sockets where the agent of this host may be asked instead; the first that answers for
     *     this herd is
     * @param timeout how long each request may take
     */
    Herd connect(List<Path> sockets, ClusterSettings settings, Duration timeout)
            throws JoinException;
}
