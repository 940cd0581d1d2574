package io.herd.cli.archive;

import java.util.Optional;

/**
 * The place of a copy, by the rules of docker cp: inside the target if that is a directory, else in
 * place of it.
 *
 * @param directory in which the archive is unpacked
 * @param name what the archive's top is called there, if not as in the archive
 */
public record Landing(String directory, Optional<String> name) {

    /** What exists at the target of a copy; for a link, at the place where it leads. */
    public enum There {
        NOTHING,
        FILE,
        DIRECTORY
    }

    /**
     * The place for a copy.
     *
     * @param directory whether a directory is copied
     * @throws CopyException if the copy cannot go there
     */
    public static Landing of(boolean directory, CopyPath to, There there) throws CopyException {
        return switch (there) {
            case DIRECTORY -> new Landing(to.text(), Optional.empty());
            case FILE -> {
                if (directory) {
                    throw new CopyException(
                            "a directory cannot be copied to the file '%s'".formatted(to));
                }
                yield renamed(to);
            }
            case NOTHING -> {
                if (!directory && to.assertsDirectory()) {
                    throw new CopyException("there is no directory '%s'".formatted(to));
                }
                yield renamed(to);
            }
        };
    }

    private static Landing renamed(CopyPath to) {
        return new Landing(to.directory(), Optional.of(to.base()));
    }
}
