package io.herd.cli;

import io.herd.cli.command.completion.CommandModelReader;
import io.herd.cli.context.CommandContext;
import io.herd.cli.manual.Manual;
import io.herd.cli.terminal.ProcessConsole;
import io.herd.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A step of the build: writes completion scripts, reference and man pages from the commands. */
public final class Pages {

    private Pages() {}

    /**
     * @param arguments the examples' directory, the sources' date, where to write the man pages,
     *     and where to write the files that the repository keeps
     */
    public static void main(String... arguments) throws IOException {
        var reading = reading();
        var manual = new Manual(reading.herd(), reading.flagsForNames(), Path.of(arguments[0]));
        // The day alone, without the time.
        var date = arguments[1].substring(0, "YYYY-MM-DD".length());
        write(Path.of(arguments[2]), manual.pages(reading.settings(), date, Version.CURRENT));
        write(Path.of(arguments[3]), manual.kept());
    }

    static CommandModelReader reading() {
        return new CommandModelReader(
                new CommandContext(
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new ProcessConsole(false, false)));
    }

    private static void write(Path directory, Map<Path, String> files) throws IOException {
        for (var file : files.entrySet()) {
            var path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
