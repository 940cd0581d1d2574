package io.herd.cli.shell;

import io.herd.cli.command.Connector;
import io.herd.cli.command.Invocation;
import io.herd.cli.command.Surroundings;
import io.herd.cli.render.Report;
import java.util.List;

/** A command line of herd that has been run; what came of it is still to be printed. */
record Ran(Invocation invocation, Report report) {

    static Ran of(List<String> arguments, Connector connector, Surroundings surroundings) {
        var invocation = new Invocation(connector, surroundings, arguments.toArray(String[]::new));
        return new Ran(invocation, invocation.run());
    }
}
