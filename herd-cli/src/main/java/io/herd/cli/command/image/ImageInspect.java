package io.herd.cli.command.image;

import io.herd.action.Action.InspectImage;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.InspectFormat;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ImageReport;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "inspect", description = "Display detailed information on one or more images.")
public final class ImageInspect implements HerdCommand.Anywhere {

    @Mixin InspectFormat format = new InspectFormat();

    @Parameters(arity = "1..*", paramLabel = "IMAGE")
    List<String> images = List.of();

    private final Globals globals;

    public ImageInspect(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var deeds = new ImageReport();
        try (var herd = globals.herd().connect()) {
            for (var image : images) {
                deeds.described(image, herd.ask(globals.options().who(), new InspectImage(image)));
            }
        }
        return format.of(deeds.descriptions());
    }
}
