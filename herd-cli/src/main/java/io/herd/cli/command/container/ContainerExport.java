package io.herd.cli.command.container;

import io.herd.action.Streaming.ExportContainer;
import io.herd.cli.command.option.Converters;
import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.copy.ArchiveOutput;
import io.herd.cli.render.Report;
import io.herd.cli.stream.ContainerStreams;
import io.herd.model.ContainerRef;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Export a container's filesystem as a tar archive.")
public final class ContainerExport implements HerdCommand.Callers {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, instead of STDOUT.")
    @Nullable Path file;

    @Parameters(paramLabel = "CONTAINER", converter = Converters.Ref.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses to call.
    ContainerRef container;

    private final Globals globals;

    public ContainerExport(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var output = new ArchiveOutput(Optional.ofNullable(file), globals.user().console());
        output.check();
        try (var herd = globals.herd().connect()) {
            return ContainerStreams.one(
                    herd.open(globals.options().who(), container, ExportContainer::new),
                    flowing -> output.take(flowing.session()));
        }
    }
}
