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
import java.util.Optional;

/**
 * A client that stays in the herd for the commands of its user, on a host without an agent, until
 * nobody has used it for a while. As with ssh's ControlPersist, what follows need not connect.
 */
public final class Keeper implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final SocketServer socket;

    private Keeper(Cluster cluster, SocketServer socket) {
        this.cluster = cluster;
        this.socket = socket;
    }

    /**
     * Joins the herd; empty if another keeper answers there already.
     *
     * @param at where it answers commands of its user
     * @param commands runs their command lines
     * @throws IOException when it cannot listen there
     */
    public static Optional<Keeper> join(ClusterSettings settings, Path at, CommandHandler commands)
            throws JoinException, IOException {
        JournaldFormatter.open(System.getenv());
        Thread.setDefaultUncaughtExceptionHandler(new Unforeseen());
        if (SocketCluster.at(at).isPresent()) {
            LOG.log(Level.INFO, "another process stays in herd ''{0}'' already", settings.herd());
            return Optional.empty();
        }
        var cluster = JGroupsCluster.client(settings);
        try {
            var socket = SocketServer.ofUser(at, settings.herd(), cluster, commands);
            LOG.log(Level.INFO, "in herd ''{0}'', for commands at {1}", settings.herd(), at);
            return Optional.of(new Keeper(cluster, socket));
        } catch (IOException e) {
            cluster.close();
            throw e;
        }
    }

    /**
     * Stays in the herd until it has been idle for so long, no agent is left, somebody has removed
     * the socket, or the process is told to end.
     */
    public void stay(Duration idle) throws IOException, InterruptedException {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("herd-stop").unstarted(this::stop));
        LOG.log(Level.INFO, "leaving: {0}", reasonToLeave(idle));
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

    // With the exit code of an agent that is told to end.
    private void stop() {
        close();
        Runtime.getRuntime().halt(0);
    }

    /** Leaves in good order, so that nobody waits for this member. */
    @Override
    public void close() {
        socket.close();
        cluster.close();
    }
}
