package io.herd.cli.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.fuzz.Fuzz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarFuzzTest {

    @TempDir Path home;

    @Test
    void anArchiveIsUnpackedInItsPlaceOrRefused() throws Exception {
        var outside = Files.writeString(home.resolve("outside"), "mine");
        Fuzz.of("tar")
                .give(input -> {
                    var target = Files.createDirectory(home.resolve("target"));
                    try {
                        var inside = new Inside(target, Optional.empty(), Optional.empty());
                        new Unpacker(inside, false).readFrom(new ByteArrayInputStream(input));
                    } catch (IOException e) {
                        assertThat(e).message().isNotBlank();
                    } finally {
                        remove(target);
                    }
                    try (var left = Files.list(home)) {
                        assertThat(left).containsExactly(outside);
                    }
                    assertThat(outside).hasContent("mine");
                });
    }

    // A directory may have got a mode that keeps even its owner out.
    private static void remove(Path path) throws IOException {
        if (Files.isDirectory(path, NOFOLLOW_LINKS)) {
            UnixFile.setMode(path, 0700);
            try (var inside = Files.newDirectoryStream(path)) {
                for (var each : inside) {
                    remove(each);
                }
            }
        }
        Files.delete(path);
    }
}
