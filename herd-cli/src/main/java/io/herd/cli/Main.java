package io.herd.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cli.command.Arguments;
import io.herd.cli.command.Invocation;
import io.herd.cli.context.Asker;
import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import io.herd.cli.hosted.CommandHost;
import io.herd.cli.render.ProgressLine;
import io.herd.cli.shell.Out;
import io.herd.cli.terminal.ProcessConsole;
import io.herd.cli.terminal.Screen;
import io.herd.cli.terminal.YesNo;
import io.herd.cluster.CallersCluster;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.cluster.jgroups.JGroupsCluster;
import io.herd.cluster.socket.SocketCluster;
import io.herd.herd.answer.Progress;
import io.herd.model.Caller;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Entry point of the command line: builds the parts, runs the command, prints its report and ends
 * with its exit code.
 */
public final class Main {

    private Main() {}

    /**
     * @param arguments as typed
     */
    public static void main(String... arguments) {
        // halt, not exit: nothing is left to do, and no library's thread is worth waiting for.
        Runtime.getRuntime().halt(run(arguments));
    }

    /** Runs a command line in this process; returns its exit code. */
    static int run(String... arguments) {
        var environment = System.getenv();
        var home = Optional.ofNullable(System.getProperty("herd.home")).map(Path::of);
        var screen = Screen.of(System.getProperty("herd.columns", ""), environment);
        var console = console(screen);
        Connector connector = Main::connect;
        var shells = new Shells(connector, environment, console, screen);
        var invocation =
                new Invocation(
                        connector,
                        new CommandContext(
                                        environment,
                                        home,
                                        asker(),
                                        watcher(environment),
                                        console,
                                        Optional.of(shells))
                                .hosting(new CommandHost(home)),
                        arguments);
        var report = Arguments.refused(arguments).orElseGet(invocation::run);
        return new Out(console.out(), console.err(), screen.colour())
                .print(invocation, report, screen.width());
    }

    static io.herd.herd.Herd connect(List<Path> sockets, ClusterSettings settings, Duration timeout)
            throws JoinException {
        for (var socket : sockets) {
            var asked = SocketCluster.at(socket);
            if (asked.isPresent() && asked.get().herd().equals(settings.herd())) {
                return new io.herd.herd.Herd(asked.get(), timeout);
            }
        }
        try {
            var user = Caller.withTheKey(System.getProperty("user.name", "?"));
            return new io.herd.herd.Herd(
                    new CallersCluster(user, JGroupsCluster.client(settings)), timeout);
        } catch (JoinException e) {
            throw explained(e, sockets);
        }
    }

    // If this host's agent has a socket that the user may not use, name that as the reason, not
    // that nobody answered elsewhere.
    private static JoinException explained(JoinException e, List<Path> sockets) {
        return sockets.stream()
                .filter(socket -> !Files.notExists(socket) && !Files.isWritable(socket))
                .findFirst()
                .map(closed ->
                        new JoinException(
                                e.reason(),
                                "%s; you may not use %s, where the agent of this host answers: become root, or one of its group"
                                        .formatted(e.getMessage(), closed),
                                e))
                .orElse(e);
    }

    // The launcher knows whether stdin is a terminal.
    private static boolean typed() {
        return System.getProperty("herd.stdin", "").equals("terminal");
    }

    private static ProcessConsole console(Screen screen) {
        return new ProcessConsole(typed() && screen.width() > 0, screen.colour());
    }

    private static Optional<Asker> asker() {
        return typed()
                ? Optional.of(new YesNo(System.in, stream(FileDescriptor.err))::ask)
                : Optional.empty();
    }

    // The launcher has found out how wide the terminal is, if stderr is one.
    private static Optional<Supplier<Progress.Listener>> watcher(Map<String, String> environment) {
        var screen = Screen.of(System.getProperty("herd.stderr", ""), environment);
        return screen.erasable() ? Optional.of(() -> line(screen.width())) : Optional.empty();
    }

    private static ProgressLine line(int width) {
        var line = new ProgressLine(stream(FileDescriptor.err), width);
        // A user who stops the command gets a clean terminal back.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(line::close));
        return line;
    }

    // Not System.out, which has the platform's charset: ids and names are always UTF-8.
    private static PrintStream stream(FileDescriptor to) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(to), 1 << 16), false, UTF_8);
    }
}
