package io.herd.cli.command;

import io.herd.action.Outcome.Done;
import io.herd.action.Result.Described;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.ListFormat;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Exit;
import io.herd.cli.render.NodeTable;
import io.herd.cli.render.Report;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.NodeAnswer;
import io.herd.model.DaemonState.Down;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "ls",
        aliases = "list",
        description = "List the nodes of the herd with the state of their daemons.")
final class NodeLs implements HerdCommand.Anywhere {

    @Mixin ListFormat format = new ListFormat();

    private final Globals globals;

    NodeLs(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var shape = format.of(globals, NodeTable::check);
        try (var herd = globals.herd().connect()) {
            var nodes = herd.describe(globals.options().who());
            var coverage = Coverage.of(nodes);
            // A node without its daemon is no whole node.
            var notes = nodes.stream().flatMap(NodeLs::daemonDown).toList();
            return new Report(
                    NodeTable.of(nodes, shape),
                    coverage,
                    notes,
                    List.of(),
                    coverage.complete() && notes.isEmpty() ? Exit.OK : Exit.PARTIAL);
        }
    }

    private static Stream<String> daemonDown(NodeAnswer answer) {
        return answer.outcome() instanceof Done(Described(var node))
                        && node.daemon() instanceof Down(String reason)
                ? Stream.of("node " + node.name() + ": " + reason)
                : Stream.empty();
    }
}
