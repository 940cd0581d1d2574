package io.herd.cli.command.image;

import io.herd.action.Action.TagImage;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.ImageName;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ImageReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "tag",
        description = "Create a tag that refers to an image, on all nodes that have it.")
public final class ImageTag implements HerdCommand.Anywhere {

    @Parameters(index = "0", paramLabel = "IMAGE")
    String image = "";

    @Parameters(
            index = "1",
            paramLabel = "TARGET[:TAG]",
            converter = ImageName.Converter.class,
            description = "The new name; latest without a tag.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    ImageName target;

    private final Globals globals;

    public ImageTag(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.herd().connect()) {
            var tag = new TagImage(image, target.repository(), target.tag());
            return ImageReport.tagged(image, herd.ask(globals.options().who(), tag));
        }
    }
}
