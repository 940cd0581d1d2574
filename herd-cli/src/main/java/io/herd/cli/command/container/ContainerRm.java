package io.herd.cli.command.container;

import io.herd.action.Action.RemoveContainer;
import io.herd.cli.command.container.ContainerSearch.Among;
import io.herd.cli.command.filter.LongFilters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rm",
        aliases = "remove",
        description = "Remove one or more containers, wherever they are.")
public final class ContainerRm implements HerdCommand.Anywhere {

    @Option(
            names = {"-f", "--force"},
            description = "Force the removal of a running container (uses SIGKILL).")
    boolean force;

    @Option(
            names = {"-v", "--volumes"},
            description = "Remove anonymous volumes associated with the container.")
    boolean volumes;

    @Parameters(arity = "0..*", paramLabel = "CONTAINER")
    List<String> containers = List.of();

    @Mixin LongFilters filters = new LongFilters();

    private final Globals globals;

    public ContainerRm(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return EachContainer.of(globals, containers, filters, Among.ANY)
                .act(
                        id -> new RemoveContainer(id, force, volumes),
                        Duration.ZERO,
                        force ? ContainerReport::gone : ContainerReport::report);
    }
}
