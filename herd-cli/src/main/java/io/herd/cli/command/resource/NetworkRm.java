package io.herd.cli.command.resource;

import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.model.ResourceKind;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rm",
        aliases = "remove",
        description = "Remove one or more networks from all nodes that have them.")
public final class NetworkRm implements HerdCommand.Anywhere {

    @Option(
            names = {"-f", "--force"},
            description = "Do not error if the network does not exist.")
    boolean force;

    @Parameters(arity = "1..*", paramLabel = "NETWORK", converter = ResourceRef.Converter.class)
    List<ResourceRef> refs = List.of();

    private final Globals globals;

    public NetworkRm(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return new CommonResources(globals, ResourceKind.NETWORK).remove(refs, force);
    }
}
