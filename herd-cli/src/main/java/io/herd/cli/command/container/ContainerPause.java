package io.herd.cli.command.container;

import io.herd.action.Action.PauseContainer;
import io.herd.cli.command.container.ContainerSearch.Among;
import io.herd.cli.command.filter.ShortFilters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.RunningContainers;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "pause", description = "Pause all processes within one or more containers.")
public final class ContainerPause implements HerdCommand.Anywhere {

    @Mixin RunningContainers containers = new RunningContainers();

    @Mixin ShortFilters filters = new ShortFilters();

    private final Globals globals;

    public ContainerPause(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return EachContainer.of(globals, containers.named(), filters, Among.ACTIVE)
                .act(PauseContainer::new);
    }
}
