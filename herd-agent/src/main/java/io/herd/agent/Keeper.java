package io.herd.agent;

import io.herd.cluster.Cluster;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.CommandHandler;
import io.herd.cluster.JoinException;
import io.herd.cluster.jgroups.JGroupsCluster;
import io.herd.cluster.socket.SocketCluster;
import io.herd.cluster.socket.SocketServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A client that stays in the herd for the commands of its user, on a host without an agent, until
 * nobody has used it for a while. As with ssh's ControlPersist, what follows need not connect.
 */
public final class Keeper {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final SocketServer socket;

    private Keeper(Cluster cluster, SocketServer socket) {
        this.cluster = cluster;
        this.socket = socket;
    }

    /**
     * Stays in the herd until it has been idle for so long, no agent is left, somebody has removed
     * the socket, or the process is told to end. Does nothing if another keeper answers there.
     *
     * @param at where it answers commands of its user
     * @param commands runs their command lines
     * @throws IOException when it cannot listen there
     */
    public static void run(
            ClusterSettings settings, Path at, Duration idle, CommandHandler commands)
            throws JoinException, IOException, InterruptedException {
        JournaldFormatter.open(System.getenv());
        Thread.setDefaultUncaughtExceptionHandler(new Unforeseen());
        if (SocketCluster.at(at).isPresent()) {
            LOG.log(Level.INFO, "another process stays in herd ''{0}'' already", settings.herd());
            return;
        }
        try (var cluster = JGroupsCluster.client(settings);
                var socket = SocketServer.ofUser(at, settings.herd(), cluster, commands)) {
            var keeper = new Keeper(cluster, socket);
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform().name("herd-stop").unstarted(keeper::leave));
            LOG.log(Level.INFO, "in herd ''{0}'', for commands at {1}", settings.herd(), at);
            LOG.log(Level.INFO, "leaving: {0}", keeper.reasonToLeave(idle));
        }
    }

    private String reasonToLeave(Duration idle) throws IOException, InterruptedException {
        while (true) {
            if (cluster.lost()) {
                return "no agent is left";
            }
            if (!socket.isThere()) {
                return "the socket was removed";
            }
            if (socket.quiet().compareTo(idle) >= 0) {
                return "nobody has asked for %d s".formatted(idle.toSeconds());
            }
            Thread.sleep(BEAT);
        }
    }

    // In good order, so that nobody waits for this member, with the exit code of an agent.
    private void leave() {
        socket.close();
        cluster.close();
        Runtime.getRuntime().halt(0);
    }
}
