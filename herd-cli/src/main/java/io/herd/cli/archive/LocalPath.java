package io.herd.cli.archive;

import java.io.IOException;
import java.nio.file.Path;

/** Paths of this host as they are typed. */
final class LocalPath {

    // Java knows its working directory as a text only, which is another one where it is no UTF-8.
    private static final Path HERE = Path.of("/proc/self/cwd");

    private LocalPath() {}

    /**
     * Absolute, without dots.
     *
     * @throws CopyException when there is no working directory any more
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
