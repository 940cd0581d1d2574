package io.herd.cli.command;

import io.herd.cli.config.KeyFile;
import io.herd.cli.context.HerdCommand;
import io.herd.cli.render.Report;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        description = "Print a new key, or write it to a file that only its owner can read.")
final class KeyNew implements HerdCommand.Callers {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where to write it; a file that exists is kept.")
    @Nullable Path file;

    @Override
    public Report call() throws Exception {
        if (file == null) {
            return Report.text(KeyFile.fresh() + "\n");
        }
        KeyFile.create(file);
        return Report.text("");
    }
}
