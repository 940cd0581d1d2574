package io.herd.cli.command.image;

import io.herd.cli.command.option.Globals;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.copy.ArchiveOutput;
import io.herd.cli.copy.ImageArchive;
import io.herd.cli.render.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "save",
        description = "Save one or more images to a tar archive, from a node that has them.")
public final class ImageSave implements HerdCommand.Callers {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file, instead of STDOUT.")
    @Nullable Path file;

    @Parameters(arity = "1..*", paramLabel = "IMAGE")
    List<String> images = List.of();

    private final Globals globals;

    public ImageSave(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Report call() throws Exception {
        var output = new ArchiveOutput(Optional.ofNullable(file), globals.user().console());
        output.check();
        try (var herd = globals.herd().connect()) {
            return new ImageArchive(herd, globals.options().who()).save(images, output);
        }
    }
}
