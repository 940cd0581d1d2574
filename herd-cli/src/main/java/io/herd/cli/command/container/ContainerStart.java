package io.herd.cli.command.container;

import io.herd.action.Action.StartContainer;
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

@Command(name = "start", description = "Start one or more stopped containers, wherever they are.")
public final class ContainerStart implements HerdCommand.Anywhere {

    @Parameters(
            arity = "0..*",
            paramLabel = "CONTAINER",
            completionCandidates = CompletionCandidates.Stopped.class)
    List<String> containers = List.of();

    @Mixin ShortFilters filters = new ShortFilters();

    private final Globals globals;

    public ContainerStart(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return EachContainer.of(globals, containers, filters, Among.ANY).act(StartContainer::new);
    }
}
