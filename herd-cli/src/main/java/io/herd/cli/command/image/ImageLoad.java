package io.herd.cli.command.image;

import io.herd.cli.command.option.Globals;
import io.herd.cli.command.option.UsageException;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.copy.ImageArchive;
import io.herd.cli.render.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "load", description = "Load images from a tar archive or STDIN into all nodes.")
public final class ImageLoad implements HerdCommand.Callers {

    @Option(
            names = {"-i", "--input"},
            paramLabel = "FILE",
            description = "Read from tar archive file, instead of STDIN.")
    @Nullable Path file;

    private final Globals globals;

    public ImageLoad(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var input = Optional.ofNullable(file);
        if (input.isPresent() && !Files.isReadable(file)) {
            throw new UsageException(
                    "cannot read '%s': name an archive that 'herd image save' or docker has written"
                            .formatted(file));
        }
        try (var herd = globals.herd().connect()) {
            return new ImageArchive(herd, globals.options().who())
                    .load(input, globals.user().console(), globals.output().quiet());
        }
    }
}
