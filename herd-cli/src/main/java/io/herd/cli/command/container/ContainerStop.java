package io.herd.cli.command.container;

import io.herd.action.Action.StopContainer;
import io.herd.cli.command.container.ContainerSearch.Among;
import io.herd.cli.command.filter.ShortFilters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.RunningContainers;
import io.herd.cli.command.option.StopTimeoutOption;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "stop", description = "Stop one or more running containers, wherever they are.")
public final class ContainerStop implements HerdCommand.Anywhere {

    @Option(
            names = {"-s", "--signal"},
            paramLabel = "SIGNAL",
            description = "Signal to send to the container.")
    @Nullable String signal;

    @Mixin StopTimeoutOption grace = new StopTimeoutOption();

    @Mixin RunningContainers containers = new RunningContainers();

    @Mixin ShortFilters filters = new ShortFilters();

    private final Globals globals;

    public ContainerStop(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return EachContainer.of(globals, containers.named(), filters, Among.RUNNING)
                .act(
                        id -> new StopContainer(id, grace.seconds(), Optional.ofNullable(signal)),
                        grace.extra());
    }
}
