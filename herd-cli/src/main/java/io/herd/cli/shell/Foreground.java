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

    private Foreground(CommandLease lease, FutureTask<CommandRun> task) {
        this.lease = lease;
        this.task = task;
        thread = Thread.ofVirtual().name("herd-command").start(task);
    }

    static Foreground start(List<String> arguments, Connector connector, CommandContext context) {
        var lease = new CommandLease(connector, context.console());
        var inside = context.at(context.asker(), lease.console());
        return new Foreground(
                lease, new FutureTask<>(() -> CommandRun.of(arguments, lease, inside)));
    }

    void cancel() {
        cancelled = true;
        lease.end();
        task.cancel(true);
    }

    /** Empty if it was cancelled. */
    Optional<CommandRun> await() {
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
