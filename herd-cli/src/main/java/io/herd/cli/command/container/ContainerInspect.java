package io.herd.cli.command.container;

import io.herd.action.Action.InspectContainer;
import io.herd.cli.command.container.ContainerSearch.Among;
import io.herd.cli.command.filter.LabelFilters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.InspectFormat;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "inspect", description = "Display detailed information on one or more containers.")
public final class ContainerInspect implements HerdCommand.Anywhere {

    @Mixin InspectFormat format = new InspectFormat();

    @Option(
            names = {"-s", "--size"},
            description = "Display total file sizes.")
    boolean size;

    @Parameters(arity = "0..*", paramLabel = "CONTAINER")
    List<String> containers = List.of();

    @Mixin LabelFilters filters = new LabelFilters();

    private final Globals globals;

    public ContainerInspect(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return format.of(
                EachContainer.of(globals, containers, filters, Among.ANY)
                        .act(
                                id -> new InspectContainer(id, size),
                                Duration.ZERO,
                                ContainerReport::documents));
    }
}
