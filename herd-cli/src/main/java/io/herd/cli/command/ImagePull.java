package io.herd.cli.command;

import io.herd.action.Action.PullImage;
import io.herd.cli.render.Report;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "pull", description = "Have all nodes fetch an image from its registry.")
final class ImagePull implements Callable<Report> {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Parameters(paramLabel = "IMAGE", description = "Name with a tag or a digest; latest without.")
    String image = "";

    private final Globals globals;

    ImagePull(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.connect()) {
            return NodeDeeds.pulled(
                    herd.pullImage(
                            globals.who(),
                            new PullImage(image),
                            globals.extra(LONG),
                            globals.progress()));
        }
    }
}
