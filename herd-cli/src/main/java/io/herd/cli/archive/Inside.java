package io.herd.cli.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A directory in which an archive's names have their places, and in which they stay.
 *
 * @param top what the archive's top must be called, being what was asked for; empty if it has none
 *     of its own, being the contents of a directory
 * @param name what the top is called here, if not as in the archive
 */
public record Inside(Path directory, Optional<String> top, Optional<String> name) {

    /**
     * Where something of this name goes. The directories above it are made.
     *
     * @throws CopyException when that is outside, behind a link, or not what was asked for
     */
    Path place(String nameInArchive) throws IOException {
        var names = names(nameInArchive);
        var at = directory;
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                enter(at, nameInArchive);
            }
            at = at.resolve(names.get(i));
        }
        return at;
    }

    private static void enter(Path at, String nameInArchive) throws IOException {
        if (Files.isDirectory(at, NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.exists(at, NOFOLLOW_LINKS)) {
            throw new CopyException(
                    "'%s' is not written: '%s' is a link or a file".formatted(nameInArchive, at));
        }
        Files.createDirectory(at);
    }

    private List<String> names(String nameInArchive) throws CopyException {
        var names = new ArrayList<>(Arrays.asList(nameInArchive.split("/")));
        names.removeIf(name -> name.isEmpty() || name.equals("."));
        if (names.contains("..")) {
            throw new CopyException(
                    "'%s' is not written: it leads out of the copy".formatted(nameInArchive));
        }
        // Else whoever makes the archive says what is written here.
        if (top.isPresent() && !(names.isEmpty() || names.getFirst().equals(top.get()))) {
            throw new CopyException(
                    "'%s' is not written: it is not '%s', which was asked for"
                            .formatted(nameInArchive, top.get()));
        }
        if (name.isPresent()) {
            if (top.isPresent() && !names.isEmpty()) {
                names.removeFirst();
            }
            names.addFirst(name.get());
        }
        return names;
    }
}
