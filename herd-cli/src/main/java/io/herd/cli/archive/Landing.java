package io.herd.cli.archive;

import java.util.Optional;

/**
 * Where a copy goes, by the rules of docker cp: into a directory that is there, else in place of
 * the path.
 *
 * @param directory what its archive is unpacked in
 * @param name what the archive's top is called there, if not as it is
 */
public record Landing(String directory, Optional<String> name) {

    /** What is where the copy is to go; a link is not it, but where it leads. */
    public enum There {
        NOTHING,
        FILE,
        DIRECTORY
    }

    /**
     * @param directory whether a directory is copied
     * @throws CopyException when it cannot go there
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
