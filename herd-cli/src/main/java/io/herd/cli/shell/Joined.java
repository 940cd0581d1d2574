package io.herd.cli.shell;

import io.herd.cli.context.Connector;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.cluster.JoinException.Reason;
import io.herd.herd.Herd;
import io.herd.model.NodeName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The connection to the herd that all lines of a shell share: joined when first needed, left at the
 * end, and joined again when it was lost. A line that names another herd gets a connection of its
 * own. Thread-safe.
 */
final class Joined implements Connector, AutoCloseable {

    private final Connector connector;
    private final List<Path> sockets;
    private final ClusterSettings settings;
    private final ReentrantLock joining = new ReentrantLock();
    private final Set<NodeName> seen = ConcurrentHashMap.newKeySet();
    private volatile Optional<Herd> herd = Optional.empty();
    private volatile int up;

    Joined(Connector connector, List<Path> sockets, ClusterSettings settings) {
        this.connector = connector;
        this.sockets = sockets;
        this.settings = settings;
    }

    @Override
    public Herd connect(List<Path> to, ClusterSettings with, Duration timeout)
            throws JoinException {
        return isThis(to, with) ? herd().lent(timeout) : connector.connect(to, with, timeout);
    }

    // Compares everything but the time to look for the herd, which a line may set.
    private boolean isThis(List<Path> to, ClusterSettings with) {
        return to.equals(sockets)
                && with.herd().equals(settings.herd())
                && with.bind().equals(settings.bind())
                && with.join().equals(settings.join())
                && with.key().equals(settings.key());
    }

    /**
     * The herd, joined if need be.
     *
     * @throws JoinException if joining fails
     */
    Herd herd() throws JoinException {
        try {
            joining.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JoinException(Reason.NO_AGENT, "interrupted while joining", e);
        }
        try {
            if (!look()) {
                leave();
                herd = Optional.of(connector.connect(sockets, settings, settings.joinTimeout()));
                look();
            }
            return herd.orElseThrow();
        } finally {
            joining.unlock();
        }
    }

    /** Updates the numbers of nodes; returns whether there is a connection that is not lost. */
    boolean look() {
        var now = herd;
        if (now.isEmpty() || now.get().lost()) {
            up = 0;
            return false;
        }
        var nodes = now.get().nodes();
        seen.addAll(nodes);
        up = nodes.size();
        return true;
    }

    private void leave() {
        herd.ifPresent(Herd::close);
        herd = Optional.empty();
    }

    String name() {
        return settings.herd();
    }

    /** The number of nodes in the herd at the last look. */
    int up() {
        return up;
    }

    /** The number of nodes that have ever been seen in the herd. */
    int seen() {
        return seen.size();
    }

    @Override
    public void close() {
        joining.lock();
        try {
            leave();
        } finally {
            joining.unlock();
        }
    }
}
