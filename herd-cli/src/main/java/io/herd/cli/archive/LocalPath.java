package io.herd.cli.archive;

import java.io.IOException;
import java.nio.file.Path;

/** Resolves paths of this host as they are typed. */
final class LocalPath {

    // Java knows its working directory only as a text, which names another one if it is not UTF-8.
    private static final Path HERE = Path.of("/proc/self/cwd");

    private LocalPath() {}

    /**
     * The absolute path, without dots.
     *
     * @throws CopyException if the working directory does not exist any more
     */
    static Path of(String text) throws CopyException {
        var path = Path.of(text);
        if (path.isAbsolute()) {
            return path.normalize();
        }
        try {
            return HERE.toRealPath().resolve(path).normalize();
        } catch (IOException e) {
            throw CopyException.of("cannot find '%s' from here".formatted(text), e);
        }
    }
}
