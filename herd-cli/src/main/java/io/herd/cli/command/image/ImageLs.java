package io.herd.cli.command.image;

import io.herd.action.Action.InspectImage;
import io.herd.action.Action.ListImages;
import io.herd.cli.command.filter.CreatedRange;
import io.herd.cli.command.filter.Filterable;
import io.herd.cli.command.filter.Filters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.ListFormat;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.ImageTable;
import io.herd.cli.render.Report;
import io.herd.cli.report.ImageReport;
import io.herd.cli.report.NodeReport;
import io.herd.herd.answer.ReadAnswers;
import io.herd.herd.answer.Selector;
import io.herd.json.docker.ImageJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ls", aliases = "images", description = "List the images of all nodes.")
public final class ImageLs implements HerdCommand.Anywhere {

    @Option(
            names = {"-a", "--all"},
            description = "Show all images (default hides intermediate images).")
    boolean all;

    @Option(names = "--digests", description = "Show digests.")
    boolean digests;

    @Parameters(
            arity = "0..1",
            paramLabel = "REPOSITORY[:TAG]",
            description = "Only images with this name.")
    @Nullable String name;

    @Mixin Filters filters = new Filters(Filterable.IMAGES);

    @Mixin ListFormat format = new ListFormat();

    private final Globals globals;

    public ImageLs(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var shape = format.of(globals, ImageTable::check);
        var table = new ImageTable(Instant.now(), globals.output().noTrunc(), digests, shape);
        try (var herd = globals.herd().connect()) {
            var range = new CreatedRange();
            var references = new ImageReport();
            // In whole seconds, as the lists of images give the time.
            for (var filter : filters.bounds()) {
                var found = herd.ask(new Selector.Everyone(), new InspectImage(filter.value()));
                references
                        .created(filter.value(), found)
                        .ifPresent(at -> range.add(filter, at.truncatedTo(ChronoUnit.SECONDS)));
            }
            if (references.complains()) {
                return references.descriptions();
            }
            var asked = new ListImages(all, named(filters.ofDaemons()));
            var lists = ReadAnswers.of(herd.ask(globals.options().who(), asked), ImageJson::list);
            var images =
                    lists.all().stream()
                            .flatMap(List::stream)
                            .filter(image -> range.admits(image.created()))
                            .toList();
            return NodeReport.listed(
                    "images",
                    globals.output().json() ? ImageTable.documents(images) : table.of(images),
                    lists.answers());
        }
    }

    // The operand is a filter by reference, as in docker's client.
    private Map<String, List<String>> named(Map<String, List<String>> filters) {
        if (name != null) {
            filters.computeIfAbsent("reference", _ -> new ArrayList<>()).add(name);
        }
        return filters;
    }
}
