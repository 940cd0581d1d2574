package io.herd.cli.command;

import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.herd.Herd;
import java.time.Duration;

/** How a command reaches the herd. */
@FunctionalInterface
public interface Connector {

    /**
     * @param timeout how long each request may take
     */
    Herd connect(ClusterSettings settings, Duration timeout) throws JoinException;
}
