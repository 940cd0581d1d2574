package io.herd.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cli.command.Asker;
import io.herd.cli.command.Invocation;
import io.herd.cli.command.Surroundings;
import io.herd.cli.render.Printer;
import io.herd.cli.terminal.Screen;
import io.herd.cli.terminal.YesNo;
import io.herd.cluster.jgroups.JGroupsCluster;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** The program. */
public final class Herd {

    private Herd() {}

    /**
     * @param arguments as typed
     */
    public static void main(String... arguments) {
        var environment = System.getenv();
        var home = Optional.ofNullable(System.getProperty("herd.home")).map(Path::of);
        var invocation =
                new Invocation(
                        (settings, timeout) ->
                                new io.herd.herd.Herd(JGroupsCluster.client(settings), timeout),
                        new Surroundings(environment, home, asker()),
                        arguments);
        var report = invocation.run();
        var screen = Screen.of(System.getProperty("herd.columns", ""), environment);
        new Printer(
                        stream(FileDescriptor.out),
                        stream(FileDescriptor.err),
                        invocation.style(screen.colour(), screen.width()))
                .print(report);
        // Not exit: nothing is left to be done, and no thread of a library is worth waiting for.
        Runtime.getRuntime().halt(report.exit().code());
    }

    // The launcher knows whether stdin is a terminal.
    private static Optional<Asker> asker() {
        return System.getProperty("herd.stdin", "").equals("terminal")
                ? Optional.of(new YesNo(System.in, stream(FileDescriptor.err))::ask)
                : Optional.empty();
    }

    // Not System.out: that one has the platform's charset, and an id or a name is UTF-8 wherever it
    // is read.
    private static PrintStream stream(FileDescriptor to) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(to), 1 << 16), false, UTF_8);
    }
}
