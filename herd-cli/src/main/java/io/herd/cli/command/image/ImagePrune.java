package io.herd.cli.command.image;

import io.herd.action.Action.PruneImages;
import io.herd.cli.command.filter.Filterable;
import io.herd.cli.command.filter.PruneFilters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.context.Place;
import io.herd.cli.render.Report;
import io.herd.cli.report.NodeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "prune",
        description = "Remove unused images: those without a name that no container uses.")
public final class ImagePrune implements HerdCommand {

    @Option(
            names = {"-a", "--all"},
            description = "Remove all unused images, not just dangling ones.")
    boolean all;

    @Option(
            names = {"-f", "--force"},
            description = "Do not prompt for confirmation.")
    boolean force;

    @Mixin PruneFilters filters = new PruneFilters(Filterable.PRUNED);

    private final Globals globals;

    public ImagePrune(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        return force ? Place.ANYWHERE : Place.UNATTENDED;
    }

    @Override
    public Report call() throws Exception {
        var question =
                filters.question(
                        all
                                ? "This removes all images that no container uses"
                                : "This removes all images that have no name and that no container uses");
        if (!force && !globals.user().confirmed(question)) {
            return Report.text("");
        }
        try (var herd = globals.herd().connect()) {
            return NodeReport.pruned(
                    herd.ask(
                            globals.options().who(),
                            new PruneImages(all, filters.byName()),
                            globals.herd().extra(NodeReport.PRUNING)));
        }
    }
}
