package io.herd.cli.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file or directory of this host that is copied.
 *
 * @param name in the archive; "." for the contents of a directory
 */
public record LocalSource(Path path, RawName name, boolean directory) {

    /**
     * Finds what the user named.
     *
     * @param follow copy what a link leads to, under the link's name, instead of the link
     * @throws CopyException if there is nothing to copy
     */
    public static LocalSource of(String text, boolean follow) throws CopyException {
        var given = new CopyPath(text);
        var at = LocalPath.of(text);
        var path = real(text, at, follow || given.assertsDirectory());
        boolean directory = Files.isDirectory(path, NOFOLLOW_LINKS);
        if (given.assertsDirectory() && !directory) {
            throw new CopyException("'%s' is not a directory".formatted(text));
        }
        return new LocalSource(path, name(given, at), directory);
    }

    private static RawName name(CopyPath given, Path at) {
        var last = at.getFileName();
        return given.isContents() || last == null ? RawName.of(".") : RawName.of(last);
    }

    private static Path real(String text, Path at, boolean follow) throws CopyException {
        try {
            if (follow) {
                return at.toRealPath();
            }
            var _ = Files.readAttributes(at, "fileKey", NOFOLLOW_LINKS);
            return at;
        } catch (IOException e) {
            throw CopyException.of("cannot copy '%s'".formatted(text), e);
        }
    }
}
