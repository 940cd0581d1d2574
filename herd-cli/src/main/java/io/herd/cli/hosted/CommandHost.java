package io.herd.cli.hosted;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Frame;
import io.herd.cli.command.Invocation;
import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Place;
import io.herd.cli.render.ProgressLine;
import io.herd.cli.shell.CommandLease;
import io.herd.cli.shell.Out;
import io.herd.cli.terminal.Screen;
import io.herd.cluster.Cluster;
import io.herd.cluster.CommandHandler;
import io.herd.cluster.SharedCluster;
import io.herd.herd.Herd;
import io.herd.herd.answer.Progress;
import io.herd.model.TypedLine;
import io.herd.model.Version;
import io.herd.stream.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Runs command lines of this host's users in the agent's process, where everything is loaded and
 * warm. It opens no file, starts no program and resolves no path for them: a command that needs
 * such a thing is declined, and runs in the user's own process.
 */
public final class CommandHost implements CommandHandler {

    private static final System.Logger LOG = System.getLogger("io.herd.cli.hosted");

    // Each has a thread; one more runs in a process of its own.
    private static final int MOST = 64;
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(2);

    private final Optional<Path> home;
    private final Semaphore room = new Semaphore(MOST);

    /**
     * @param home the directory of herd's distribution, if it runs out of one
     */
    public CommandHost(Optional<Path> home) {
        this.home = home;
    }

    @Override
    public void run(TypedLine line, String herd, Cluster cluster, Session session)
            throws IOException {
        if (!isOfThisBuild(line) || !room.tryAcquire()) {
            session.send(new Frame.Ended());
            return;
        }
        try {
            host(line, herd, cluster, session);
        } finally {
            room.release();
        }
    }

    // The same command line may mean something else to another one.
    private boolean isOfThisBuild(TypedLine line) {
        return line.version().equals(Version.CURRENT)
                && home.filter(Path.of(line.home())::equals).isPresent();
    }

    private void host(TypedLine line, String herd, Cluster cluster, Session session)
            throws IOException {
        var output = new CallersOutput(session);
        var screen = Screen.of(line.columns(), line.environment());
        var lease =
                new CommandLease(
                        (_, _, timeout) -> new Herd(new SharedCluster(cluster), timeout),
                        new CallersConsole(output, screen.colour()));
        var context = CommandContext.of(line, home, watcher(line, output), lease.console());
        var invocation = new Invocation(lease, context, line.arguments().toArray(String[]::new));
        if (!isPossible(invocation.place(Path.of(line.socket()), herd), line)) {
            session.send(new Frame.Ended());
            return;
        }
        session.send(new Frame.Begun());
        Runnable command =
                () -> {
                    var out =
                            new Out(lease.console().out(), lease.console().err(), screen.colour());
                    end(session, out.print(invocation, invocation.run(), screen.width()));
                };
        new Running(session, output, lease).toEnd(command);
    }

    private static boolean isPossible(Place place, TypedLine line) {
        return switch (place) {
            case ANYWHERE -> true;
            case UNATTENDED -> !line.typed();
            case WITHOUT_LOGINS -> !line.logins();
            case WITHOUT_TEMPLATES -> !line.templates();
            case CALLERS -> false;
        };
    }

    private static Optional<Supplier<Progress.Listener>> watcher(
            TypedLine line, CallersOutput output) {
        var screen = Screen.of(line.errColumns(), line.environment());
        return screen.erasable()
                ? Optional.of(() ->
                        new ProgressLine(
                                new PrintStream(output.err(), false, UTF_8), screen.width()))
                : Optional.empty();
    }

    // Closed from here: the user's process may be one that does not.
    private static void end(Session session, int code) {
        try (session) {
            session.send(new Frame.Exited(code));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "nobody waits for the command's end", e);
        }
    }

    /** A command while it runs. */
    private record Running(Session session, CallersOutput output, CommandLease lease) {

        /** Runs it until it has ended, or its user's process has. */
        void toEnd(Runnable command) {
            // Not a virtual thread: rendering a long list must not keep others from theirs.
            var thread =
                    Thread.ofPlatform().daemon().name("herd-command").start(() -> run(command));
            var signs = Thread.ofVirtual().name("herd-command-alive").start(this::live);
            try {
                output.listen();
            } catch (IOException e) {
                LOG.log(Level.TRACE, "the command has ended, or its user's process", e);
            } finally {
                lease.end();
                thread.interrupt();
                signs.interrupt();
            }
        }

        private void run(Runnable command) {
            try {
                command.run();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "a command broke", e);
                session.fail(e);
            }
        }

        // The user's process does not wait for a frozen agent.
        private void live() {
            try {
                while (true) {
                    Thread.sleep(BETWEEN_SIGNS);
                    session.send(new Frame.Alive());
                }
            } catch (IOException | InterruptedException e) {
                LOG.log(Level.TRACE, "no more signs of life", e);
            }
        }
    }
}
