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
 * What a command has of the shell until it is taken away: a way to the herd, and to the terminal. A
 * command that waits for a stream notices no interrupt, but its end.
 */
final class CommandLease implements Connector {

    private final Connector connector;
    private final Hushable console;
    private final Set<Herd> herds = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    CommandLease(Connector connector, Console console) {
        this.connector = connector;
        this.console = new Hushable(console);
    }

    Console console() {
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

    /** Nothing that the command still says is heard. */
    void end() {
        console.hush();
        ended = true;
        herds.forEach(Herd::close);
    }
}
