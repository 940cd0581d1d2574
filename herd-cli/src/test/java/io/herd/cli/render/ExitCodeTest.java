package io.herd.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExitCodeTest {

    @ParameterizedTest
    @EnumSource
    void theReadmeSaysTheSame(ExitCode code) throws Exception {
        assertThat(Files.readAllLines(Path.of("../README.md")))
                .contains("| %d | %s |".formatted(code.code(), code.meaning()));
    }
}
