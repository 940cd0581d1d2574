package io.herd.cli.command;

import io.herd.action.Action.RestartContainer;
import io.herd.cli.render.Report;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "restart", description = "Restart containers, wherever they are.")
final class ContainerRestart implements Callable<Report> {

    @Option(
            names = {"-t", "--time"},
            paramLabel = "SECONDS",
            converter = Converters.Seconds.class,
            description =
                    "How long a container may take before it is killed. Default: its own setting, or 10.")
    @Nullable Integer seconds;

    @Parameters(arity = "1..*", paramLabel = "CONTAINER", converter = Converters.Ref.class)
    List<ContainerRef> containers = List.of();

    private final Globals globals;

    ContainerRestart(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var grace = Optional.ofNullable(seconds);
        try (var herd = globals.connect()) {
            return Deeds.report(
                    herd.act(
                            globals.who(),
                            containers,
                            id -> new RestartContainer(id, grace),
                            Duration.ofSeconds(grace.orElse(0))));
        }
    }
}
