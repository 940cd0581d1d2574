package io.herd.cli.command.container;

import io.herd.action.Action.DiffContainer;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ChangeReport;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = "Inspect changes to files or directories on a container's filesystem.")
public final class ContainerDiff implements HerdCommand.Anywhere {

    @Parameters(index = "0", paramLabel = "CONTAINER", converter = Converters.Ref.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    ContainerRef container;

    private final Globals globals;

    public ContainerDiff(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        return new EachContainer(globals, List.of(container))
                .act(DiffContainer::new, Duration.ZERO, it -> ChangeReport.changes(it.getFirst()));
    }
}
