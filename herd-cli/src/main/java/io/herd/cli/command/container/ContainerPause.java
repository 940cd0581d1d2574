package io.herd.cli.command.container;

import io.herd.action.Action.PauseContainer;
import io.herd.cli.command.option.CompletionCandidates;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.render.Report;
import io.herd.model.ContainerRef;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "pause", description = "Pause all processes within one or more containers.")
public final class ContainerPause implements Callable<Report> {

    @Parameters(
            arity = "1..*",
            paramLabel = "CONTAINER",
            completionCandidates = CompletionCandidates.Running.class,
            converter = Converters.Ref.class)
    List<ContainerRef> containers = List.of();

    private final Globals globals;

    public ContainerPause(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return new EachContainer(globals, containers).act(PauseContainer::new);
    }
}
