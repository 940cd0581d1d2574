package io.herd.cli.command;

import io.herd.action.Action;
import io.herd.action.Action.PruneBuilds;
import io.herd.action.Action.PruneContainers;
import io.herd.action.Action.PruneImages;
import io.herd.action.Action.PruneResources;
import io.herd.action.Answers;
import io.herd.cli.command.filter.Filterable;
import io.herd.cli.command.filter.PruneFilters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.context.Place;
import io.herd.cli.render.Report;
import io.herd.cli.report.NodeReport;
import io.herd.cli.report.SystemReport;
import io.herd.model.ResourceKind;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "prune", description = "Remove unused data from all nodes.")
final class SystemPrune implements HerdCommand {

    @Option(
            names = {"-a", "--all"},
            description = "Remove all unused images not just dangling ones.")
    boolean all;

    @Option(
            names = {"-f", "--force"},
            description = "Do not prompt for confirmation.")
    boolean force;

    @Option(names = "--volumes", description = "Prune anonymous volumes.")
    boolean volumes;

    @Mixin PruneFilters filters = new PruneFilters(Filterable.PRUNED);

    private final Globals globals;

    SystemPrune(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        return force ? Place.ANYWHERE : Place.UNATTENDED;
    }

    @Override
    public Report call() throws Exception {
        if (!force && !globals.user().confirmed(filters.question(what()))) {
            return Report.text("");
        }
        var answers = new LinkedHashMap<String, Answers>();
        try (var herd = globals.herd().connect()) {
            for (var step : steps().entrySet()) {
                answers.put(
                        step.getKey(),
                        herd.ask(
                                globals.options().who(),
                                step.getValue(),
                                globals.herd().extra(NodeReport.PRUNING)));
            }
        }
        return SystemReport.pruned(answers);
    }

    private String what() {
        return "This removes all stopped containers, all networks that no container uses, "
                + (volumes ? "all volumes without a name that no container uses, " : "")
                + (all ? "all images that no container uses" : "all images that have no name")
                + " and "
                + (all ? "all build cache" : "unused build cache");
    }

    // In docker's order: what a container that is removed had in use goes with it.
    private Map<String, Action> steps() {
        var by = filters.byName();
        var steps = new LinkedHashMap<String, Action>();
        steps.put("Containers", new PruneContainers(by));
        steps.put("Networks", new PruneResources(ResourceKind.NETWORK, false, by));
        if (volumes) {
            steps.put("Volumes", new PruneResources(ResourceKind.VOLUME, false, by));
        }
        steps.put("Images", new PruneImages(all, by));
        steps.put("build cache objects", new PruneBuilds(all, by));
        return steps;
    }
}
