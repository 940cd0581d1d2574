package io.herd.cli.command.resource;

import io.herd.action.Action.ConnectNetwork;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.json.text.JsonForm;
import io.herd.model.ContainerRef;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "connect", description = "Connect a container to a network of its node.")
public final class NetworkConnect implements HerdCommand.Anywhere {

    @Option(
            names = "--ip",
            paramLabel = "ADDRESS",
            converter = Converters.Ip.class,
            description = "IPv4 address (e.g., '172.30.100.104').")
    @Nullable String ip;

    @Option(
            names = "--ip6",
            paramLabel = "ADDRESS",
            converter = Converters.Ip.class,
            description = "IPv6 address (e.g., '2001:db8::33').")
    @Nullable String ip6;

    @Option(
            names = "--link",
            paramLabel = "CONTAINER[:ALIAS]",
            description = "Add link to another container; repeatable.")
    List<String> links = List.of();

    @Option(
            names = "--alias",
            paramLabel = "ALIAS",
            description = "Add network-scoped alias for the container; repeatable.")
    List<String> aliases = List.of();

    @Option(
            names = "--link-local-ip",
            paramLabel = "ADDRESS",
            converter = Converters.Ip.class,
            description = "Add a link-local address for the container; repeatable.")
    List<String> linkLocal = List.of();

    @Option(
            names = "--driver-opt",
            paramLabel = "KEY=VALUE",
            converter = Converters.Pair.class,
            description = "Driver options for the network; repeatable.")
    List<Converters.Pair.Of> driverOptions = List.of();

    @Parameters(
            index = "0",
            paramLabel = "NETWORK",
            description = "Its name on the container's node.")
    String network = "";

    @Parameters(index = "1", paramLabel = "CONTAINER", converter = Converters.Ref.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    ContainerRef container;

    private final Globals globals;

    public NetworkConnect(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.herd().connect()) {
            return ContainerReport.silent(
                    herd.act(
                            globals.options().who(),
                            List.of(container),
                            id -> new ConnectNetwork(network, form(id)),
                            Duration.ZERO));
        }
    }

    private RawJson form(String id) {
        var form = JsonForm.empty().text("Container", id);
        var endpoint =
                form.part("EndpointConfig")
                        .texts("Links", links)
                        .texts("Aliases", aliases)
                        .moreTexts("DriverOpts", Converters.Pair.byKey(driverOptions));
        if (ip != null || ip6 != null || !linkLocal.isEmpty()) {
            endpoint.part("IPAMConfig")
                    .text("IPv4Address", ip)
                    .text("IPv6Address", ip6)
                    .texts("LinkLocalIPs", linkLocal);
        }
        return form.json();
    }
}
