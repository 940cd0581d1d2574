package io.herd.cli.context;

import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.herd.Herd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Connects a command to the herd. */
@FunctionalInterface
public interface Connector {

    /**
     * Connects to the agent of this host if one answers, else joins the herd.
     *
     * @param sockets where an agent of this host may be asked instead; the first one that answers
     *     for this herd is used
     * @param timeout how long each request may take
     */
    Herd connect(List<Path> sockets, ClusterSettings settings, Duration timeout)
            throws JoinException;
}
