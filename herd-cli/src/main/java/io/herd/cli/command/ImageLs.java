package io.herd.cli.command;

import io.herd.action.Action.ListImages;
import io.herd.cli.render.ImageTable;
import io.herd.cli.render.Report;
import io.herd.herd.ReadAnswers;
import io.herd.json.ImageJson;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "ls", aliases = "images", description = "List the images of all nodes.")
final class ImageLs implements Callable<Report> {

    @Option(
            names = {"-a", "--all"},
            description = "Show all images (default hides intermediate images).")
    boolean all;

    @Mixin Filters filters = new Filters();

    @Mixin ListFormat format = new ListFormat();

    private final Globals globals;

    ImageLs(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var shape = format.of(globals, ImageTable::check);
        var table = new ImageTable(Instant.now(), globals.noTrunc, shape);
        try (var herd = globals.connect()) {
            var asked = new ListImages(all, filters.byName());
            var lists = ReadAnswers.of(herd.ask(globals.who(), asked), ImageJson::list);
            var images = lists.all().stream().flatMap(List::stream).toList();
            return NodeDeeds.listed(
                    "images",
                    globals.json() ? ImageTable.documents(images) : table.of(images),
                    lists.answers());
        }
    }
}
