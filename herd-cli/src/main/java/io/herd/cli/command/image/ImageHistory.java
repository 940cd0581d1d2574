package io.herd.cli.command.image;

import io.herd.action.Action;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.ListFormat;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.HistoryTable;
import io.herd.cli.render.Report;
import io.herd.cli.report.ImageReport;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.docker.ImageJson;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "history", description = "Show the history of an image.")
public final class ImageHistory implements HerdCommand.Anywhere {

    @Option(
            names = {"-H", "--human"},
            arity = "0..1",
            paramLabel = "true|false",
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Print sizes and dates in human readable format. Default: ${DEFAULT-VALUE}.")
    boolean human = true;

    @Mixin ListFormat format = new ListFormat();

    @Parameters(paramLabel = "IMAGE")
    String image = "";

    private final Globals globals;

    public ImageHistory(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var shape = format.of(globals, HistoryTable::check);
        try (var herd = globals.herd().connect()) {
            var layers =
                    ReadAnswers.of(
                            herd.ask(globals.options().who(), new Action.ImageHistory(image)),
                            (_, body) -> ImageJson.history(body));
            var table = new HistoryTable(Instant.now(), globals.output().noTrunc(), human, shape);
            return ImageReport.history(image, table.of(layers.byNode()), layers.answers());
        }
    }
}
