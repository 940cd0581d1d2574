package io.herd.cli.command;

import io.herd.cli.render.Report;
import io.herd.model.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "version", description = "Show the version.")
final class VersionCommand implements Callable<Report> {

    @Override
    public Report call() {
        return Report.text("herd " + Version.CURRENT + "\n");
    }
}
