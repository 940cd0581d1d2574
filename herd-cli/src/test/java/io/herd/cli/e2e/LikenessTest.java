package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void whatIsPrintedInAnExampleIsLikeItself() {
        assertThat(Likeness.of(List.of("a", "(b)"), "a\n(b)\n")).isTrue();
        assertThat(Likeness.of(List.of(), "")).isTrue();
    }

    @Test
    void anotherTextIsNot() {
        assertThat(Likeness.of(List.of("created 2 on a"), "created 3 on a\n")).isFalse();
        assertThat(Likeness.of(List.of("a", "b"), "a\n")).isFalse();
        assertThat(Likeness.of(List.of("a"), "a\nb\n")).isFalse();
        assertThat(Likeness.of(List.of("a"), "")).isFalse();
    }

    @Test
    void whatDiffersFromRunToRunMayDiffer() {
        assertThat(
                        Likeness.of(
                                List.of("eecde86a9d45   Up 3 seconds   10.0.0.1:7800   herd 0.1.0"),
                                "0123456789ab Up About a minute   10.213.1.2:7800  herd 1.20.3-SNAPSHOT\n"))
                .isTrue();
        assertThat(Likeness.of(List.of("eecde86a9d45"), "eecde86a9d4\n")).isFalse();
        assertThat(Likeness.of(List.of("Up 3 seconds"), "Up 3 \n")).isFalse();
    }

    @Test
    void anEllipsisIsAnything() {
        assertThat(Likeness.of(List.of("b4003a4abe6e…"), "0123456789abcdef\n")).isTrue();
        assertThat(Likeness.of(List.of("a", "…", "z"), "a\nb\nc\nz\n")).isTrue();
        assertThat(Likeness.of(List.of("a", "…", "z"), "a\nb\nc\n")).isFalse();
    }
}
