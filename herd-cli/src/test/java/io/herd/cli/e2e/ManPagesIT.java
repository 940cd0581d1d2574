package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The man pages that the build has made, installed, in the hands of those who read them. */
class ManPagesIT {

    private static final Path PAGES = Path.of("target/man");

    @TempDir Path installed;

    @BeforeEach
    void install() throws IOException {
        Files.createDirectory(installed.resolve("man1"));
        Files.createDirectory(installed.resolve("man5"));
        try (var pages = Files.list(PAGES)) {
            for (var page : pages.toList()) {
                var name = page.getFileName().toString();
                var section = "man" + name.charAt(name.length() - 1);
                Files.copy(page, installed.resolve(section).resolve(name));
            }
        }
    }

    @Test
    void nothingIsWrongWithTheirForm() {
        var lint = bash("cd \"$0\" && mandoc -T lint -W style man?/*");

        assertThat(lint.out() + lint.err()).isEmpty();
        assertThat(lint.exit()).isZero();
    }

    @Test
    void manShowsThemWithoutAWarning() {
        var shown = bash("man --warnings -M \"$0\" herd herd-container-create herd-ps herd.json");

        assertThat(shown.err()).isEmpty();
        assertThat(shown.succeeded().out())
                .contains("HERD_JOIN", "--template=TEMPLATE", "herd ps [OPTIONS]")
                .contains("restServicePort");
    }

    private Run.Ended bash(String script) {
        return Run.start(Map.of("MANWIDTH", "80"), "bash", "-c", script, installed.toString())
                .await();
    }
}
