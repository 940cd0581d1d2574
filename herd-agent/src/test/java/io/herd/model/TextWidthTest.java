package io.herd.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {

    @ParameterizedTest
    @CsvSource({
        "web,              3",
        "é…─,              3",
        "e\u0301,          1",
        "漢字,              4",
        "ｱ,                1",
        "Ａ,                2",
        "한,                2",
        "\u1112\u1161\u11ab, 2",
        "🐳,               2",
        "👩\u200d👧,       4",
        "❤\ufe0f,          1",
        "'',               0"
    })
    void aTextIsAsWideAsTheTerminalShowsIt(String text, int cells) {
        assertThat(TextWidth.of(text)).isEqualTo(cells);
    }

    @Test
    void whatIsCutNeverTakesMoreCellsThanThereAre() {
        assertThat(TextWidth.cut("漢字漢字", 8)).isEqualTo("漢字漢字");
        assertThat(TextWidth.cut("漢字漢字", 7)).isEqualTo("漢字漢…");
        assertThat(TextWidth.cut("漢字漢字", 6)).isEqualTo("漢字…");
        assertThat(TextWidth.cut("漢字", 1)).isEqualTo("…");
    }

    @Test
    void aMarkStaysWithItsLetter() {
        assertThat(TextWidth.cut("e\u0301e\u0301e\u0301", 2)).isEqualTo("e\u0301…");
    }
}
