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
        description =
                "Remove one or more volumes. If several nodes have one of that name, say which.")
public final class VolumeRm implements HerdCommand.Anywhere {

    @Option(
            names = {"-f", "--force"},
            description =
                    "Force the removal of one or more volumes; it is no error that one is not there.")
    boolean force;

    @Parameters(arity = "1..*", paramLabel = "VOLUME", converter = ResourceRef.Converter.class)
    List<ResourceRef> refs = List.of();

    private final Globals globals;

    public VolumeRm(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return new CommonResources(globals, ResourceKind.VOLUME).remove(refs, force);
    }
}
