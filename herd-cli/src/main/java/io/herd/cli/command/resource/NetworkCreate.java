package io.herd.cli.command.resource;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.json.text.JsonForm;
import io.herd.model.ResourceKind;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Create a network on each node.")
public final class NetworkCreate implements HerdCommand.Anywhere {

    @Option(
            names = {"-d", "--driver"},
            paramLabel = "DRIVER",
            defaultValue = "bridge",
            description = "Driver to manage the Network. Default: ${DEFAULT-VALUE}.")
    String driver = "bridge";

    @Option(
            names = {"-o", "--opt"},
            paramLabel = "KEY=VALUE",
            converter = Converters.Pair.class,
            description = "Set driver specific options; repeatable.")
    List<Converters.Pair.Of> driverOptions = List.of();

    @Option(
            names = "--label",
            paramLabel = "KEY=VALUE",
            converter = Converters.Pair.class,
            description = "Set metadata on a network; repeatable.")
    List<Converters.Pair.Of> labels = List.of();

    @Option(names = "--internal", description = "Restrict external access to the network.")
    boolean internal;

    @Option(names = "--attachable", description = "Enable manual container attachment.")
    boolean attachable;

    @Option(names = "--ipv6", description = "Enable IPv6 networking.")
    boolean ipv6;

    @Mixin AddressOptions addresses = new AddressOptions();

    @Parameters(paramLabel = "NAME", description = "The same on each node.")
    String name = "";

    private final Globals globals;

    public NetworkCreate(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var form =
                JsonForm.empty()
                        .text("Name", name)
                        .flag("CheckDuplicate", true)
                        .text("Driver", driver)
                        .flag("Internal", internal)
                        .flag("Attachable", attachable)
                        .flag("EnableIPv6", ipv6)
                        .moreTexts("Options", Converters.Pair.byKey(driverOptions))
                        .moreTexts("Labels", Converters.Pair.byKey(labels));
        addresses.into(form.part("IPAM"));
        return new CommonResources(globals, ResourceKind.NETWORK).create(name, form.json());
    }
}
