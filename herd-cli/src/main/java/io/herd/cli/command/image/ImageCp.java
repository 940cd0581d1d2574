package io.herd.cli.command.image;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ImageCopyReport;
import io.herd.herd.answer.Selector;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cp",
        description =
                "Copy an image to nodes that lack it from those that have it, without a registry.",
        footer = {
            "",
            "Each node that has got it passes it on. --node says from which nodes it may come."
        })
public final class ImageCp implements HerdCommand.Anywhere {

    @Parameters(paramLabel = "IMAGE", description = "Name with a tag, or id; latest without.")
    String image = "";

    @Option(
            names = "--to",
            paramLabel = "NODE",
            split = ",",
            converter = Converters.Node.class,
            description = "A node that is to have it; repeatable, several with commas.")
    List<NodeName> to = List.of();

    @Option(names = "--all", description = "All nodes are to have it.")
    boolean all;

    private final Globals globals;

    public ImageCp(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        if (all == !to.isEmpty()) {
            throw new UsageException("say which nodes are to have it: --to NODE,… or --all");
        }
        var targets = all ? new Selector.Everyone() : new Selector.Named(Set.copyOf(to));
        try (var herd = globals.herd().connect()) {
            return ImageCopyReport.of(
                    herd.copyImage(
                            globals.options().who(), image, targets, globals.user().progress()));
        }
    }
}
