package io.herd.cli.command;

import io.herd.action.Action.DescribeDaemon;
import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.InspectFormat;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.SystemReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "info", description = "Display system-wide information about all nodes.")
final class SystemInfo implements HerdCommand.Anywhere {

    @Mixin InspectFormat format = new InspectFormat();

    private final Globals globals;

    SystemInfo(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.herd().connect()) {
            var answers = herd.ask(globals.options().who(), new DescribeDaemon());
            return format.isGiven()
                    ? format.of(SystemReport.documents(answers))
                    : SystemReport.info(answers);
        }
    }
}
