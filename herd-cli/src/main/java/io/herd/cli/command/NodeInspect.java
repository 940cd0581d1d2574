package io.herd.cli.command;

import io.herd.action.Outcome.Done;
import io.herd.action.Result.Described;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.InspectFormat;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.NodeAnswer;
import io.herd.herd.answer.Selector;
import io.herd.json.wire.AnswerJson;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "inspect", description = "Display detailed information on one or more nodes.")
final class NodeInspect implements HerdCommand.Anywhere {

    @Mixin InspectFormat format = new InspectFormat();

    @Parameters(arity = "1..*", paramLabel = "NODE", converter = Converters.Node.class)
    List<NodeName> named = List.of();

    private final Globals globals;

    NodeInspect(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.herd().connect()) {
            var nodes = herd.describe(new Selector.Named(Set.copyOf(named)));
            return format.of(
                    Report.of(
                            new View.Documents(
                                    "nodeList", nodes.stream().flatMap(NodeInspect::item).toList()),
                            Coverage.of(nodes)));
        }
    }

    private static Stream<Item> item(NodeAnswer answer) {
        return answer.outcome() instanceof Done(Described(var node))
                ? Stream.of(
                        new Item(
                                node.name().value(),
                                AnswerJson.node(node, answer.member().address())))
                : Stream.empty();
    }
}
