package io.herd.cli;

import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import io.herd.cli.context.ShellRunner;
import io.herd.cli.render.Exit;
import io.herd.cli.shell.Script;
import io.herd.cli.shell.TypedShell;
import io.herd.cli.terminal.JLineShellTerminal;
import io.herd.cli.terminal.ProcessConsole;
import io.herd.cli.terminal.Screen;
import io.herd.cli.terminal.ShellConsole;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the shell: an interactive one at a terminal, else one for a piped script. */
record Shells(
        Connector connector, Map<String, String> environment, ProcessConsole console, Screen screen)
        implements ShellRunner {

    @Override
    public Exit run(List<Path> sockets, ClusterSettings settings, CommandContext context)
            throws JoinException {
        var shell =
                console.terminal()
                        ? new TypedShell(
                                connector,
                                () -> JLineShellTerminal.open(environment, screen.colour()))
                        : script();
        return shell.run(sockets, settings, context);
    }

    private ShellRunner script() {
        var inside = new ShellConsole(console, InputStream.nullInputStream(), Optional.empty());
        return new Script(connector, console.in(), inside, screen.width());
    }
}
