package io.herd.cli.command.resource;

import io.herd.cli.command.filter.Filterable;
import io.herd.cli.command.filter.PruneFilters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.context.Place;
import io.herd.cli.render.Report;
import io.herd.model.ResourceKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "prune", description = "Remove unused anonymous volumes from all nodes.")
public final class VolumePrune implements HerdCommand {

    @Option(
            names = {"-a", "--all"},
            description = "Remove all unused volumes, not just anonymous ones.")
    boolean all;

    @Option(
            names = {"-f", "--force"},
            description = "Do not prompt for confirmation.")
    boolean force;

    @Mixin PruneFilters filters = new PruneFilters(Filterable.PRUNED_VOLUMES);

    private final Globals globals;

    public VolumePrune(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        return force ? Place.ANYWHERE : Place.UNATTENDED;
    }

    @Override
    public Report call() throws Exception {
        var what =
                all
                        ? "This removes all volumes that no container uses, and the data in them"
                        : "This removes all volumes that have no name and that no container uses";
        return new CommonResources(globals, ResourceKind.VOLUME).prune(what, all, force, filters);
    }
}
