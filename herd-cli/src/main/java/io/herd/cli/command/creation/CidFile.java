package io.herd.cli.command.creation;

import io.herd.cli.command.option.UsageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Picocli mixin {@code --cidfile}: a file that gets the ID of a new container. It is made before
 * the container, so that one that cannot be written keeps the container from being created, and is
 * removed if there is none.
 */
public final class CidFile {

    @Option(
            names = "--cidfile",
            paramLabel = "FILE",
            description = "Write the container ID to the file.")
    @Nullable Path given;

    /** The file while its container is created. */
    public static final class Reserved implements AutoCloseable {

        private final @Nullable Path file;
        private boolean written;

        private Reserved(@Nullable Path file) {
            this.file = file;
        }

        public void write(String id) throws IOException {
            if (file != null) {
                Files.writeString(file, id);
                written = true;
            }
        }

        @Override
        public void close() throws IOException {
            if (file != null && !written) {
                Files.deleteIfExists(file);
            }
        }
    }

    public boolean isWanted() {
        return given != null;
    }

    /**
     * Makes the file, if one is wanted.
     *
     * @param several whether more than one container may be created
     */
    public Reserved reserve(boolean several) throws UsageException {
        if (given == null) {
            return new Reserved(null);
        }
        if (several) {
            throw new UsageException(
                    "--cidfile '%s' is for one ID: leave it out, or create one container"
                            .formatted(given));
        }
        try {
            return new Reserved(Files.createFile(given));
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(
                    "'%s' exists, perhaps of another container: remove it, or use another file"
                            .formatted(given));
        } catch (IOException e) {
            throw new UsageException(
                    "'%s' cannot be written: use a file in a directory that exists and is yours"
                            .formatted(given));
        }
    }
}
