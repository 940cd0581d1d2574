package io.herd.model;

import static io.herd.Properties.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.Texts;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {

    @ParameterizedTest
    @CsvSource({
        "7, \\a",
        "8, \\b",
        "9, \\t",
        "a, \\n",
        "b, \\v",
        "c, \\f",
        "d, \\r",
        "0, \\x00",
        "1b, \\x1b",
        "7f, \\x7f",
        "80, \\u0080",
        "9b, \\u009b",
        "61c, \\u061c",
        "200e, \\u200e",
        "200f, \\u200f",
        "2028, \\u2028",
        "2029, \\u2029",
        "202a, \\u202a",
        "202e, \\u202e",
        "2066, \\u2066",
        "2069, \\u2069",
        "d800, \\ud800",
        "dfff, \\udfff",
    })
    void whatIsHiddenIsWrittenAsGoWritesIt(String hidden, String shown) {
        var text = "a" + (char) Integer.parseInt(hidden, 16) + "b";

        assertThat(Legible.of(text)).isEqualTo("a" + shown + "b");
        assertThat(Legible.isLegible(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "é", "漢字", "👩\u200d🚀", "a\\n \"x\" ~", "\u00a0", "\u202f", "שלום"})
    void whatCanBeShownStaysAsItIs(String text) {
        assertThat(Legible.of(text)).isSameAs(text);
        assertThat(Legible.json(text)).isSameAs(text);
        assertThat(Legible.isLegible(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "61 ff 62, a\\xffb",
        "c3 a9 c3, é\\xc3",
        "ff fe e6 bc a2, \\xff\\xfe漢",
        "e6 bc 61, \\xe6\\xbca",
        "ed a0 80, \\xed\\xa0\\x80",
        "1b 5b ef bf bd, \\x1b[\ufffd",
        "'', ''"
    })
    void bytesThatAreNoTextAreWrittenAsGoWritesThem(String hex, String shown) {
        assertThat(Legible.of(HexFormat.ofDelimiter(" ").parseHex(hex))).isEqualTo(shown);
    }

    @Test
    void aDocumentKeepsItsLinesAndMeansTheSame() {
        assertThat(Legible.json("{\n  \"a\": \"\u202e\u009b\u007f\ud800é\\n\"\n}"))
                .isEqualTo("{\n  \"a\": \"\\u202e\\u009b\\u007f\\ud800é\\n\"\n}");
    }

    @Test
    void whatIsLegibleOnceStaysSo() {
        property()
                .forAll(Texts.HOSTILE)
                .checkAssert(text -> {
                    var shown = Legible.of(text);
                    assertThat(Legible.isLegible(shown)).isTrue();
                    assertThat(Legible.of(shown)).isEqualTo(shown);
                });
    }
}
