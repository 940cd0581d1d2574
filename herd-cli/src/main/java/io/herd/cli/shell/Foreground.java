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
 * Runs a command line of herd and waits until it has ended or is cancelled. It runs on a virtual
 * thread of its own, since an interrupt ends a socket's read only there. {@link #cancel} may be
 * called by any thread.
 */
final class Foreground {

    // A command that does not end in this time is left to its own deadline.
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

    /**
     * Cancels the command; from any thread, at any time. One that is cancelled before it runs never
     * does.
     */
    void cancel() {
        cancelled = true;
        lease.end();
        task.cancel(true);
    }

    /** Runs the command, once, and waits; empty if it was cancelled. */
    Optional<CommandRun> run() {
        thread.start();
        try {
            var ran = task.get();
            // The report of a command that ended because its lease was taken away is dropped, too.
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
            // Ctrl-C again: do not wait any longer.
        }
        return Optional.empty();
    }
}
