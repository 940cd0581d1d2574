package io.herd.cli.command;

import io.herd.action.Action.PruneImages;
import io.herd.cli.render.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "prune", description = "Remove images without a name that no container uses.")
final class ImagePrune implements Callable<Report> {

    @Option(
            names = {"-a", "--all"},
            description = "Also those that have a name.")
    boolean all;

    @Option(
            names = {"-f", "--force"},
            description = "Do not ask.")
    boolean force;

    private final Globals globals;

    ImagePrune(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        if (!force
                && !globals.confirmed(
                        all
                                ? "This removes all images that no container uses"
                                : "This removes all images that have no name and that no container uses")) {
            return Report.text("");
        }
        try (var herd = globals.connect()) {
            return NodeDeeds.pruned(
                    herd.ask(
                            globals.who(), new PruneImages(all), globals.extra(NodeDeeds.PRUNING)));
        }
    }
}
