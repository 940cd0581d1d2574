package io.herd.cli.context;

import io.herd.cli.render.Exit;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import java.nio.file.Path;
import java.util.List;

/** Runs lines, each as a command line of its own, until there are no more. */
@FunctionalInterface
public interface ShellRunner {

    /**
     * Runs the lines.
     *
     * @param sockets where the agent of this host may be asked, as for a {@link Connector}
     * @param settings how to join the herd otherwise
     * @param context the context of each line
     * @return how the last line ended
     */
    Exit run(List<Path> sockets, ClusterSettings settings, CommandContext context)
            throws JoinException;
}
