package io.herd.cli.command;

import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import io.herd.cli.flow.MemoryConsole;
import io.herd.cli.render.Pictures;
import io.herd.cli.render.Pictures.Printed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where nobody can be asked or shown anything. */
public final class Unattended {

    private Unattended() {}

    public static CommandContext in(Map<String, String> environment, Optional<Path> home) {
        return in(environment, home, new MemoryConsole());
    }

    /**
     * @param console what is told while a command runs
     */
    public static CommandContext in(
            Map<String, String> environment, Optional<Path> home, MemoryConsole console) {
        return new CommandContext(environment, home, Optional.empty(), Optional.empty(), console);
    }

    /** What a command line prints there. */
    public static Printed herd(Connector connector, CommandContext context, String... arguments) {
        var invocation = new Invocation(connector, context, arguments);
        var report = invocation.run();
        return Pictures.of(report, invocation.style(false, 0));
    }
}
