package io.herd.cli.command;

import io.herd.action.Action.MeasureDisk;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.ListFormat;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.DiskTable;
import io.herd.cli.render.Report;
import io.herd.cli.report.NodeReport;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.docker.DiskJson;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "df", description = "Show docker disk usage on all nodes.")
final class SystemDf implements HerdCommand.Anywhere {

    // A daemon adds up the files of all containers and volumes.
    private static final Duration LONG = Duration.ofMinutes(2);

    @Mixin ListFormat format = new ListFormat();

    private final Globals globals;

    SystemDf(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var shape = format.of(globals, DiskTable::check);
        try (var herd = globals.herd().connect()) {
            var uses =
                    ReadAnswers.of(
                            herd.ask(
                                    globals.options().who(),
                                    new MeasureDisk(),
                                    globals.herd().extra(LONG)),
                            (_, body) -> DiskJson.uses(body));
            return NodeReport.listed(
                    "usage", new DiskTable(shape).of(uses.byNode()), uses.answers());
        }
    }
}
