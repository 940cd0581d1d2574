package io.herd.cli.command.container;

import io.herd.action.Action.StopContainer;
import io.herd.cli.command.option.CompletionCandidates;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.StopTimeoutOption;
import io.herd.cli.render.Report;
import io.herd.model.ContainerRef;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "stop", description = "Stop one or more running containers, wherever they are.")
public final class ContainerStop implements Callable<Report> {

    @Mixin StopTimeoutOption grace = new StopTimeoutOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "CONTAINER",
            completionCandidates = CompletionCandidates.Running.class,
            converter = Converters.Ref.class)
    List<ContainerRef> containers = List.of();

    private final Globals globals;

    public ContainerStop(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return new EachContainer(globals, containers)
                .act(id -> new StopContainer(id, grace.seconds()), grace.extra());
    }
}
