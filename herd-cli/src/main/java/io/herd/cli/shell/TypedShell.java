package io.herd.cli.shell;

import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import io.herd.cli.context.ShellRunner;
import io.herd.cli.render.Exit;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs the lines that a user types at a terminal. */
public final class TypedShell implements ShellRunner {

    private final Connector connector;
    private final Supplier<ShellTerminal> desks;

    /**
     * @param desks opens the terminal; that takes a while, so the herd is joined meanwhile
     */
    public TypedShell(Connector connector, Supplier<ShellTerminal> desks) {
        this.connector = connector;
        this.desks = desks;
    }

    @Override
    public Exit run(List<Path> sockets, ClusterSettings settings, CommandContext context)
            throws JoinException {
        var joined = new Joined(connector, sockets, settings);
        var joining = new FutureTask<>(joined::herd);
        Thread.ofVirtual().name("herd-join").start(joining);
        try (joined;
                var desk = desks.get()) {
            var inside = context.at(Optional.of(desk.asker()), desk.console());
            try (var dialogue = new Dialogue(joined, desk, inside)) {
                await(joining);
                return dialogue.run();
            }
        }
    }

    private static void await(Future<?> joining) throws JoinException {
        try {
            joining.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JoinException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while joining", e);
        }
    }
}
