package io.herd.cli.command.container;

import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import io.herd.cli.report.ContainerReport;
import io.herd.model.ContainerRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "rename", description = "Rename a container.")
public final class ContainerRename implements HerdCommand.Anywhere {

    @Parameters(index = "0", paramLabel = "CONTAINER", converter = Converters.Ref.class)
    @Nullable ContainerRef container;

    @Parameters(index = "1", paramLabel = "NAME", description = "The new name.")
    String name = "";

    private final Globals globals;

    public ContainerRename(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        try (var herd = globals.herd().connect()) {
            return ContainerReport.report(
                    List.of(
                            herd.rename(
                                    globals.options().who(),
                                    Objects.requireNonNull(container),
                                    name)));
        }
    }
}
