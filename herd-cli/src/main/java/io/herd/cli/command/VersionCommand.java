package io.herd.cli.command;

import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.model.Version;
import picocli.CommandLine.Command;

@Command(name = "version", description = "Show the version.")
final class VersionCommand implements HerdCommand.Anywhere {

    @Override
    public Report call() {
        return Report.text("herd " + Version.CURRENT + "\n");
    }
}
