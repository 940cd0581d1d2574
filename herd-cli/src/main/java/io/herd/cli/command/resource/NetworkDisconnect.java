package io.herd.cli.command.resource;

import io.herd.action.Action.DisconnectNetwork;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "disconnect", description = "Disconnect a container from a network.")
public final class NetworkDisconnect implements HerdCommand.Anywhere {

    @Option(
            names = {"-f", "--force"},
            description = "Force the container to disconnect from a network.")
    boolean force;

    @Parameters(
            index = "0",
            paramLabel = "NETWORK",
            description = "Its name on the container's node.")
    String network = "";

    @Parameters(index = "1", paramLabel = "CONTAINER", converter = Converters.Ref.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    ContainerRef container;

    private final Globals globals;

    public NetworkDisconnect(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.herd().connect()) {
            return ContainerReport.silent(
                    herd.act(
                            globals.options().who(),
                            List.of(container),
                            id -> new DisconnectNetwork(network, id, force),
                            Duration.ZERO));
        }
    }
}
