package io.herd.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Variables in a file, one a line, as {@code docker run --env-file} has it. */
final class VariablesFile {

    private VariablesFile() {}

    /** The lines that are neither empty nor comments. */
    static List<String> read(Path file) throws UsageException {
        try (var lines = Files.lines(file)) {
            return lines.map(String::stripLeading)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new UsageException(
                    "'%s' cannot be read: use a text file with NAME=VALUE on each line"
                            .formatted(file));
        }
    }
}
