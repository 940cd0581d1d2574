package io.herd.cli.command.container;

import io.herd.action.Action.RestartContainer;
import io.herd.cli.command.container.ContainerSearch.Among;
import io.herd.cli.command.filter.ShortFilters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.StopTimeoutOption;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "restart", description = "Restart one or more containers, wherever they are.")
public final class ContainerRestart implements HerdCommand.Anywhere {

    @Option(
            names = {"-s", "--signal"},
            paramLabel = "SIGNAL",
            description = "Signal to send to the container.")
    @Nullable String signal;

    @Mixin StopTimeoutOption grace = new StopTimeoutOption();

    @Parameters(arity = "0..*", paramLabel = "CONTAINER")
    List<String> containers = List.of();

    @Mixin ShortFilters filters = new ShortFilters();

    private final Globals globals;

    public ContainerRestart(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return EachContainer.of(globals, containers, filters, Among.ANY)
                .act(
                        id ->
                                new RestartContainer(
                                        id, grace.seconds(), Optional.ofNullable(signal)),
                        grace.extra());
    }
}
