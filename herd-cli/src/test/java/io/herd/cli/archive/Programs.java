package io.herd.cli.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Programs of the system, which know nothing of Java's names. */
final class Programs {

    private Programs() {}

    /** What it prints, each byte as the character of its number. */
    static String run(Path directory, String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            process.getOutputStream().close();
            var out = process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).isZero();
            return new String(out, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
