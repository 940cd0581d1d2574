package io.herd.cli.command.container;

import io.herd.action.Action.UnpauseContainer;
import io.herd.cli.command.container.ContainerSearch.Among;
import io.herd.cli.command.filter.ShortFilters;
import io.herd.cli.command.option.CompletionCandidates;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "unpause", description = "Unpause all processes within one or more containers.")
public final class ContainerUnpause implements HerdCommand.Anywhere {

    @Parameters(
            arity = "0..*",
            paramLabel = "CONTAINER",
            completionCandidates = CompletionCandidates.Paused.class)
    List<String> containers = List.of();

    @Mixin ShortFilters filters = new ShortFilters();

    private final Globals globals;

    public ContainerUnpause(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return EachContainer.of(globals, containers, filters, Among.PAUSED)
                .act(UnpauseContainer::new);
    }
}
