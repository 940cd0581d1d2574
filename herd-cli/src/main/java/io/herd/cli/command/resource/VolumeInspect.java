package io.herd.cli.command.resource;

import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.InspectFormat;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.model.ResourceKind;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "inspect", description = "Display detailed information on one or more volumes.")
public final class VolumeInspect implements HerdCommand.Anywhere {

    @Mixin InspectFormat format = new InspectFormat();

    @Parameters(arity = "1..*", paramLabel = "VOLUME", converter = ResourceRef.Converter.class)
    List<ResourceRef> refs = List.of();

    private final Globals globals;

    public VolumeInspect(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return format.of(new CommonResources(globals, ResourceKind.VOLUME).inspect(refs));
    }
}
