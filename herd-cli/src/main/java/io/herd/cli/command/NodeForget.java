package io.herd.cli.command;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.NodeReport;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "forget",
        description = "Let all agents forget nodes that are gone and will not come back.",
        footer = {"", "A node that was lost is named for a day, until it is back or is forgotten."})
final class NodeForget implements HerdCommand.Anywhere {

    @Parameters(arity = "1..*", paramLabel = "NODE", converter = Converters.Node.class)
    List<NodeName> named = List.of();

    private final Globals globals;

    NodeForget(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.herd().connect()) {
            var nodes = Set.copyOf(named);
            return NodeReport.forgotten(nodes, herd.forget(nodes));
        }
    }
}
