package io.herd.cli.command.container;

import io.herd.action.Action.PruneContainers;
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

@Command(name = "prune", description = "Remove all stopped containers.")
public final class ContainerPrune implements HerdCommand {

    @Option(
            names = {"-f", "--force"},
            description = "Do not prompt for confirmation.")
    boolean force;

    @Mixin PruneFilters filters = new PruneFilters(Filterable.PRUNED);

    private final Globals globals;

    public ContainerPrune(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        return force ? Place.ANYWHERE : Place.UNATTENDED;
    }

    @Override
    public Report call() throws Exception {
        var question = filters.question("This removes all containers that do not run");
        if (!force && !globals.user().confirmed(question)) {
            return Report.text("");
        }
        try (var herd = globals.herd().connect()) {
            return NodeReport.pruned(
                    herd.ask(
                            globals.options().who(),
                            new PruneContainers(filters.byName()),
                            globals.herd().extra(NodeReport.PRUNING)));
        }
    }
}
