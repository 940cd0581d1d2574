package io.herd.cli.command;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.NodeReport;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "register", description = "Let nodes take new containers again.")
final class NodeRegister implements HerdCommand.Anywhere {

    @Parameters(arity = "1..*", paramLabel = "NODE", converter = Converters.Node.class)
    List<NodeName> named = List.of();

    private final Globals globals;

    NodeRegister(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.herd().connect()) {
            return NodeReport.done(herd.setPool(Set.copyOf(named), Pool.REGISTERED));
        }
    }
}
