package io.herd.cli.command.container;

import io.herd.action.Action.KillContainer;
import io.herd.cli.command.container.ContainerSearch.Among;
import io.herd.cli.command.filter.ShortFilters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.RunningContainers;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "kill",
        description = "Kill one or more running containers, or send them another signal.")
public final class ContainerKill implements HerdCommand.Anywhere {

    @Option(
            names = {"-s", "--signal"},
            paramLabel = "SIGNAL",
            description = "Signal to send to the container. Default: KILL.")
    @Nullable String signal;

    @Mixin RunningContainers containers = new RunningContainers();

    @Mixin ShortFilters filters = new ShortFilters();

    private final Globals globals;

    public ContainerKill(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return EachContainer.of(globals, containers.named(), filters, Among.RUNNING)
                .act(id -> new KillContainer(id, Optional.ofNullable(signal)));
    }
}
