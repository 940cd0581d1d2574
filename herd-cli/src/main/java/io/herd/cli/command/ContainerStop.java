package io.herd.cli.command;

import io.herd.action.Action.StopContainer;
import io.herd.cli.render.Report;
import io.herd.model.ContainerRef;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "stop", description = "Stop one or more running containers, wherever they are.")
final class ContainerStop implements Callable<Report> {

    @Mixin Grace grace = new Grace();

    @Parameters(
            arity = "1..*",
            paramLabel = "CONTAINER",
            completionCandidates = Candidates.Running.class,
            converter = Converters.Ref.class)
    List<ContainerRef> containers = List.of();

    private final Globals globals;

    ContainerStop(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.connect()) {
            return Deeds.report(
                    herd.act(
                            globals.who(),
                            containers,
                            id -> new StopContainer(id, grace.seconds()),
                            grace.extra()));
        }
    }
}
