package io.herd.cli.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void theFirstThatHasLostBytesIsNamed() {
        var called =
                "java\0-cp\0x\0Main\0cp\0\0a\u00ff\u00c3\u00a9\0b\u00fe\0".getBytes(ISO_8859_1);

        assertThat(Arguments.lost(called, "cp", "", "a\ufffdé", "b\ufffd"))
                .contains("'a\\xffé' is not valid UTF-8, and would name another thing");
    }

    @Test
    void whatWasTypedSoIsMeantSo() {
        var called = "java\0Main\0cp\0a\ufffd\0é\0\0".getBytes(UTF_8);

        assertThat(Arguments.lost(called, "cp", "a\ufffd", "é", "")).isEmpty();
    }

    @Test
    void nothingIsReadForUsualArguments() {
        // This process was called with others: they would not be found.
        assertThat(Arguments.refused("cp", "é", "web:/漢字")).isEmpty();
    }
}
