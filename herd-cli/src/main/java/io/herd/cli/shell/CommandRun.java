package io.herd.cli.shell;

import io.herd.cli.command.Invocation;
import io.herd.cli.context.CommandContext;
import io.herd.cli.context.Connector;
import io.herd.cli.render.Report;
import java.util.List;

/** A command line of herd that has been run; its report is still to be printed. */
record CommandRun(Invocation invocation, Report report) {

    static CommandRun of(List<String> arguments, Connector connector, CommandContext context) {
        var invocation = new Invocation(connector, context, arguments.toArray(String[]::new));
        return new CommandRun(invocation, invocation.run());
    }
}
