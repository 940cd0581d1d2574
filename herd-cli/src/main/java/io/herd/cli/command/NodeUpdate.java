package io.herd.cli.command;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.config.Label;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.NodeReport;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "update",
        description = "Update the labels of a node, for 'herd container create --constraint'.")
final class NodeUpdate implements HerdCommand.Anywhere {

    @Option(
            names = "--label-add",
            paramLabel = "K=V",
            converter = Converters.NodeLabel.class,
            description = "Add or update a node label; repeatable.")
    List<Label> add = new ArrayList<>();

    @Option(
            names = "--label-rm",
            paramLabel = "K",
            description = "Remove a node label, if it exists; repeatable.")
    List<String> remove = new ArrayList<>();

    @Parameters(paramLabel = "NODE", converter = Converters.Node.class)
    @Nullable NodeName named;

    private final Globals globals;

    NodeUpdate(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        if (add.isEmpty() && remove.isEmpty()) {
            throw new UsageException("nothing to change: use --label-add K=V or --label-rm K");
        }
        try (var herd = globals.herd().connect()) {
            return NodeReport.done(
                    herd.updateLabels(Objects.requireNonNull(named), Label.byName(add), remove));
        }
    }
}
