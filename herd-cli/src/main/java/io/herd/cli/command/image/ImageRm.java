package io.herd.cli.command.image;

import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ImageReport;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rm",
        aliases = "remove",
        description = "Remove one or more images from all nodes that have them.")
public final class ImageRm implements HerdCommand.Anywhere {

    @Option(
            names = {"-f", "--force"},
            description =
                    "Force removal of the image, also if it has other names or a stopped container uses it.")
    boolean force;

    @Parameters(arity = "1..*", paramLabel = "IMAGE")
    List<String> images = List.of();

    private final Globals globals;

    public ImageRm(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var deeds = new ImageReport();
        try (var herd = globals.herd().connect()) {
            // One after the other: two names of one image, removed at once, would both be its last.
            for (var image : images) {
                deeds.removed(herd.removeImage(globals.options().who(), image, force));
            }
        }
        return deeds.removals();
    }
}
