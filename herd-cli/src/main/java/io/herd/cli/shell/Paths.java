package io.herd.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;

/** Completes paths of this host. */
final class Paths {

    private Paths() {}

    /**
     * The paths that begin with this text; directories end in a slash.
     *
     * @param directories whether to leave out everything but directories
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
            // There is no such directory, or it cannot be read.
        }
        return found.stream().filter(path -> path.startsWith(begun)).sorted();
    }
}
