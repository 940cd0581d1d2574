package io.herd.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;

/** Paths as they are typed. */
final class Paths {

    private Paths() {}

    /**
     * Those that begin like this; of a directory with a slash behind.
     *
     * @param directories whether there are to be no others
     */
    static Stream<String> from(String begun, boolean directories) {
        var parent = begun.substring(0, begun.lastIndexOf('/') + 1);
        var found = new ArrayList<String>();
        try (var entries = Files.newDirectoryStream(Path.of(parent.isEmpty() ? "." : parent))) {
            for (var entry : entries) {
                boolean directory = Files.isDirectory(entry);
                if (directory || !directories) {
                    found.add(parent + entry.getFileName() + (directory ? "/" : ""));
                }
            }
        } catch (IOException | InvalidPathException e) {
            // Nothing that could be read begins like this.
        }
        return found.stream().filter(path -> path.startsWith(begun)).sorted();
    }
}
