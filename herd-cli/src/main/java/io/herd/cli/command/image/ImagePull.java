package io.herd.cli.command.image;

import io.herd.action.Action.PullImage;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.context.Place;
import io.herd.cli.registry.Registry;
import io.herd.cli.render.Report;
import io.herd.cli.report.PullReport;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "pull",
        description =
                "Download an image from a registry to all nodes, with the login of 'docker login' if there is one.")
public final class ImagePull implements HerdCommand {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Parameters(paramLabel = "IMAGE", description = "Name with a tag or a digest; latest without.")
    String image = "";

    private final Globals globals;

    public ImagePull(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        return Place.WITHOUT_LOGINS;
    }

    @Override
    public Report call() throws Exception {
        // Before joining: a credential helper may ask the user for a passphrase.
        var login = globals.user().logins().at(Registry.of(image));
        try (var herd = globals.herd().connect()) {
            var answers =
                    herd.pullImage(
                            globals.options().who(),
                            new PullImage(image, login.toSend()),
                            globals.herd().extra(LONG),
                            globals.user().progress());
            return PullReport.report(image, login, answers);
        }
    }
}
