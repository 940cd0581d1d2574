package io.herd.cli.command.container;

import io.herd.action.Action.StopContainer;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.RunningContainers;
import io.herd.cli.command.option.StopTimeoutOption;
import io.herd.cli.render.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "stop", description = "Stop one or more running containers, wherever they are.")
public final class ContainerStop implements Callable<Report> {

    @Mixin StopTimeoutOption grace = new StopTimeoutOption();

    @Mixin RunningContainers containers = new RunningContainers();

    private final Globals globals;

    public ContainerStop(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return new EachContainer(globals, containers.named())
                .act(id -> new StopContainer(id, grace.seconds()), grace.extra());
    }
}
