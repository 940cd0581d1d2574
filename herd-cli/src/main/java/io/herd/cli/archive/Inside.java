package io.herd.cli.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maps the names of an archive to paths inside a directory, which they cannot leave.
 *
 * @param top the name that the archive's top must have, because it was asked for; empty for the
 *     contents of a directory, which have no top of their own
 * @param name what the top is called here, if not as in the archive
 */
public record Inside(Path directory, Optional<RawName> top, Optional<RawName> name) {

    /**
     * The path for a name in the archive. Creates the directories above it.
     *
     * @throws CopyException if the path is outside, behind a link, or not what was asked for
     */
    Path place(RawName nameInArchive) throws IOException {
        var names = names(nameInArchive);
        var at = directory;
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                enter(at, nameInArchive);
            }
            at = at.resolve(names.get(i).path());
        }
        return at;
    }

    private static void enter(Path at, RawName nameInArchive) throws IOException {
        if (Files.isDirectory(at, NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.exists(at, NOFOLLOW_LINKS)) {
            throw new CopyException(
                    "'%s' is not written: '%s' is a link or a file"
                            .formatted(nameInArchive, RawName.of(at)));
        }
        Files.createDirectory(at);
    }

    private List<RawName> names(RawName nameInArchive) throws CopyException {
        var names = new ArrayList<RawName>();
        for (var one : nameInArchive.latin1().split("/", -1)) {
            if (one.equals("..")) {
                throw new CopyException(
                        "'%s' is not written: it leads out of the copy".formatted(nameInArchive));
            }
            if (!one.isEmpty() && !one.equals(".")) {
                names.add(new RawName(one));
            }
        }
        // Otherwise whoever makes the archive would choose what is written here.
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
