package io.herd.cli.command.container;

import io.herd.action.Streaming.Wait;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.cli.stream.ContainerStreams;
import io.herd.model.ContainerRef;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "wait",
        description =
                "Block until one or more containers stop, then print their exit codes. With one container its code is also the command's.",
        footer = {"", "It waits as long as it takes, or as long as --deadline says."})
public final class ContainerWait implements HerdCommand.Anywhere {

    @Parameters(arity = "1..*", paramLabel = "CONTAINER", converter = Converters.Ref.class)
    List<ContainerRef> containers = List.of();

    private final Globals globals;

    public ContainerWait(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.herd().connect()) {
            var opened = herd.open(globals.options().who(), containers, Wait::new);
            return ContainerReport.exits(
                    ContainerStreams.ends(opened, globals.herd().ownTimeout()));
        }
    }
}
