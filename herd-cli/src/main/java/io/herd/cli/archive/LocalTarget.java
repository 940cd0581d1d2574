package io.herd.cli.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.herd.cli.archive.Landing.There;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The place on this host to which a copy goes.
 *
 * @param path absolute; a link at its end is followed unless it must be a directory
 * @param shown the same path as docker cp reads it
 */
public record LocalTarget(Path path, CopyPath shown, There there) {

    // As many as docker follows.
    private static final int MOST_LINKS = 10;

    /**
     * Finds the place that the user named.
     *
     * @throws CopyException if nothing can be copied there
     */
    public static LocalTarget of(String text) throws CopyException {
        var given = new CopyPath(text);
        var at = LocalPath.of(text);
        var target = given.assertsDirectory() ? at : followed(text, at);
        var there = what(given, target);
        if (there == There.NOTHING && !Files.isDirectory(parent(target))) {
            throw new CopyException(
                    "there is no directory '%s'".formatted(RawName.of(parent(target))));
        }
        var end = given.isContents() ? "/." : given.assertsDirectory() ? "/" : "";
        return new LocalTarget(target, new CopyPath(RawName.of(target) + end), there);
    }

    /**
     * The directory and the names for unpacking a copy.
     *
     * @param directory whether a directory is copied
     * @param top the name that the archive's top must have, if it has one
     * @param name what the top is called here, unless the copy replaces the target and takes its
     *     name
     * @throws CopyException if the copy cannot go there
     */
    public Inside inside(boolean directory, Optional<String> top, Optional<String> name)
            throws CopyException {
        var replaces = Landing.of(directory, shown, there).name().isPresent();
        if (replaces && shown.isContents()) {
            throw new CopyException("there is no directory '%s'".formatted(shown));
        }
        var asked = top.map(RawName::of);
        return replaces
                ? new Inside(
                        parent(path),
                        asked,
                        Optional.of(path).map(Path::getFileName).map(RawName::of))
                : new Inside(path, asked, name.map(RawName::of));
    }

    private static There what(CopyPath given, Path target) throws CopyException {
        if (Files.isDirectory(target)) {
            return There.DIRECTORY;
        }
        if (!Files.exists(target, NOFOLLOW_LINKS)) {
            return There.NOTHING;
        }
        if (given.assertsDirectory()) {
            throw new CopyException("'%s' is not a directory".formatted(given));
        }
        if (!Files.isRegularFile(target)) {
            throw new CopyException("'%s' is neither a directory nor a file".formatted(given));
        }
        return There.FILE;
    }

    private static Path followed(String text, Path at) throws CopyException {
        var target = at;
        for (int left = MOST_LINKS; Files.isSymbolicLink(target); left--) {
            if (left == 0) {
                throw new CopyException("too many links at '%s'".formatted(text));
            }
            try {
                target = parent(target).resolve(Files.readSymbolicLink(target)).normalize();
            } catch (IOException e) {
                throw CopyException.of("cannot follow '%s'".formatted(text), e);
            }
        }
        return target;
    }

    private static Path parent(Path path) {
        var parent = path.getParent();
        return parent == null ? path : parent;
    }
}
