package io.herd.cli.command.container;

import io.herd.action.Action.TopContainer;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ProcessReport;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "top", description = "Display the running processes of a container.")
public final class ContainerTop implements HerdCommand.Anywhere {

    @Parameters(index = "0", paramLabel = "CONTAINER", converter = Converters.Ref.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    ContainerRef container;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "OPTION",
            description = "For the ps of its host, such as -o pid,args.")
    List<String> options = List.of();

    private final Globals globals;

    public ContainerTop(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.herd().connect()) {
            var results =
                    herd.act(
                            globals.options().who(),
                            List.of(container),
                            id -> new TopContainer(id, options),
                            Duration.ZERO);
            return ProcessReport.report(results.getFirst());
        }
    }
}
