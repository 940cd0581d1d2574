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

@Command(name = "prune", description = "Remove all unused networks from all nodes.")
public final class NetworkPrune implements HerdCommand {

    @Option(
            names = {"-f", "--force"},
            description = "Do not prompt for confirmation.")
    boolean force;

    @Mixin PruneFilters filters = new PruneFilters(Filterable.PRUNED);

    private final Globals globals;

    public NetworkPrune(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        return force ? Place.ANYWHERE : Place.UNATTENDED;
    }

    @Override
    public Report call() throws Exception {
        var what = "This removes all networks that no container uses";
        return new CommonResources(globals, ResourceKind.NETWORK)
                .prune(what, false, force, filters);
    }
}
