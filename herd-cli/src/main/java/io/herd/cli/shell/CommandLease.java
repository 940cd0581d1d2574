package io.herd.cli.shell;

import io.herd.cli.context.Connector;
import io.herd.cli.flow.Console;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.herd.Herd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A running command's access to somebody else's connection and console, until it is taken away with
 * {@link #end}. A command that waits for a stream does not notice an interrupt, but it notices that
 * the stream ends. Thread-safe.
 */
public final class CommandLease implements Connector {

    private final Connector connector;
    private final Hushable console;
    private final Set<Herd> herds = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    public CommandLease(Connector connector, Console console) {
        this.connector = connector;
        this.console = new Hushable(console);
    }

    public Console console() {
        return console;
    }

    @Override
    public Herd connect(List<Path> sockets, ClusterSettings settings, Duration timeout)
            throws JoinException {
        var herd = connector.connect(sockets, settings, timeout);
        herds.add(herd);
        if (ended) {
            herd.close();
        }
        return herd;
    }

    /** Closes the command's connections and discards all that it still prints. */
    public void end() {
        console.hush();
        ended = true;
        herds.forEach(Herd::close);
    }
}
