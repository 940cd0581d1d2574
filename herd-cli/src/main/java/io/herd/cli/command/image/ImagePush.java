package io.herd.cli.command.image;

import io.herd.action.Action.InspectImage;
import io.herd.action.Action.PushImage;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.ImageName;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.context.Place;
import io.herd.cli.registry.Registry;
import io.herd.cli.render.Report;
import io.herd.cli.report.ImageReport;
import io.herd.cli.report.PullReport;
import io.herd.herd.ImageRemoval;
import io.herd.herd.answer.Selector;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "push",
        description =
                "Upload an image to a registry from a node that has it, with the login of 'docker login' if there is one.")
public final class ImagePush implements HerdCommand {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Parameters(
            paramLabel = "IMAGE",
            converter = ImageName.Converter.class,
            description = "Name with a tag; latest without.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    ImageName image;

    private final Globals globals;

    public ImagePush(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Place place() {
        return Place.WITHOUT_LOGINS;
    }

    @Override
    public Report call() throws Exception {
        var name = image.repository() + ":" + image.tag();
        // Before joining: a credential helper may ask the user for a passphrase.
        var login = globals.user().logins().at(Registry.of(name));
        try (var herd = globals.herd().connect()) {
            var found = herd.ask(globals.options().who(), new InspectImage(name));
            var from = ImageRemoval.owners(found).stream().findFirst();
            if (from.isEmpty()) {
                return ImageReport.nowhere(name, found);
            }
            var push = new PushImage(image.repository(), image.tag(), login.toSend());
            return PullReport.report(
                    name,
                    login,
                    herd.ask(
                            new Selector.Named(Set.of(from.get())),
                            push,
                            globals.herd().extra(LONG)));
        }
    }
}
