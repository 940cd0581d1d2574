package io.herd.cli.archive;

import static io.herd.Properties.property;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawNameTest {

    @TempDir Path home;

    @Test
    void everyNameIsTheSameAfterItWasAPath() {
        property()
                .forAll(RawNames.all())
                .checkAssert(name -> {
                    var text = new String(name, ISO_8859_1);
                    assertThat(back(text)).isEqualTo(text);
                    assertThat(back("/" + text)).isEqualTo("/" + text);
                    assertThat(back("../" + text + "/a")).isEqualTo("../" + text + "/a");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", ".", "..", "../..", "a/b", "/a", " ", "%41", "a%", "?#", "\\"})
    void soIsWhatHasAMeaning(String text) throws Exception {
        assertThat(back(text)).isEqualTo(text);
        assertThat(new RawName(text).path()).isEqualTo(Path.of(text));
    }

    @Test
    void theSystemSeesTheBytes() throws Exception {
        Files.createFile(home.resolve(new RawName("a\u00ff\u0080 b").path()));

        var seen = Programs.run(home, "find", ".", "-type", "f", "-printf", "%f");

        assertThat(seen).isEqualTo("a\u00ff\u0080 b");
    }

    @Test
    void whatIsTypedIsUtf8() throws Exception {
        assertThat(RawName.of("é").latin1()).isEqualTo("\u00c3\u00a9");
        assertThat(RawName.of("é").path()).isEqualTo(Path.of("é"));
    }

    @ParameterizedTest
    @CsvSource({"a\u00ff\u00c3\u00a9, a\\xffé", "'\u001b', \\x1b", "\u00c3, \\xc3", "a/b, a/b"})
    void itIsShownAsFarAsItCanBe(String latin1, String shown) {
        assertThat(new RawName(latin1)).hasToString(shown);
    }

    @Test
    void noFileHasAZeroByteInItsName() {
        assertThatThrownBy(() -> new RawName("a\0b").path())
                .isInstanceOf(CopyException.class)
                .hasMessage("'a\\x00b' is no name: it has a zero byte");
    }

    private static String back(String latin1) {
        try {
            return RawName.of(new RawName(latin1).path()).latin1();
        } catch (CopyException e) {
            throw new UncheckedIOException(e);
        }
    }
}
