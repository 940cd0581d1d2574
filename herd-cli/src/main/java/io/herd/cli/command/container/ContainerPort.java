package io.herd.cli.command.container;

import io.herd.action.Action.InspectContainer;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.PortReport;
import io.herd.herd.ContainerResult;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "port", description = "List port mappings or a specific mapping for the container.")
public final class ContainerPort implements HerdCommand.Anywhere {

    @Parameters(index = "0", paramLabel = "CONTAINER", converter = Converters.Ref.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    ContainerRef container;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PRIVATE_PORT[/PROTO]",
            converter = Converters.PrivatePort.class,
            description = "Only where this port of the container is published.")
    @Nullable String port;

    private final Globals globals;

    public ContainerPort(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return new EachContainer(globals, List.of(container))
                .act(InspectContainer::new, Duration.ZERO, it -> shown(it.getFirst()));
    }

    private Report shown(ContainerResult described) {
        return port == null ? PortReport.all(described) : PortReport.one(described, port);
    }
}
