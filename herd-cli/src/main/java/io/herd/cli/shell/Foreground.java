package io.herd.cli.shell;

import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A command line of herd that is waited for until it has ended or is cancelled. It has a virtual
 * thread of its own, since there an interrupt ends the reading of a socket, too.
 */
final class Foreground {

    // What does not end by then is left to its own deadline.
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final CommandLease lease;
    private final FutureTask<CommandRun> task;
    private final Thread thread;
    private volatile boolean cancelled;

    Foreground(List<String> arguments, Connector connector, CommandContext context) {
        lease = new CommandLease(connector, context.console());
        var inside = context.at(context.asker(), lease.console());
        task = new FutureTask<>(() -> CommandRun.of(arguments, lease, inside));
        thread = Thread.ofVirtual().name("herd-command").unstarted(task);
    }

    /** From any thread, at any time: one that is cancelled before it runs never does. */
    void cancel() {
        cancelled = true;
        lease.end();
        task.cancel(true);
    }

    /** Runs it, once, and waits; empty if it was cancelled. */
    Optional<CommandRun> run() {
        thread.start();
        try {
            var ran = task.get();
            // One that ends because its lease did has nothing to say, either.
            return cancelled ? Optional.empty() : Optional.of(ran);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (CancellationException | InterruptedException e) {
            cancel();
            return given(GRACE);
        }
    }

    private Optional<CommandRun> given(Duration grace) {
        try {
            thread.join(grace);
        } catch (InterruptedException e) {
            // The user is impatient: then it is left at once.
        }
        return Optional.empty();
    }
}
