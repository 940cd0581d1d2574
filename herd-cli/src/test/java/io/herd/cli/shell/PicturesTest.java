package io.herd.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Streaming.Window;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the prompt and a watched command look like. */
class PicturesTest {

    @Test
    void thePromptCountsTheNodesThatAreThereAmongThoseThatWere() {
        assertThat(new Prompt("herd", 3, 3, 0).text(false)).isEqualTo("herd 3/3> ");
        assertThat(new Prompt("prod", 0, 3, 0).text(false)).isEqualTo("prod 0/3> ");
    }

    @Test
    void thePromptHasTheStatusOfACommandThatFailed() {
        assertThat(new Prompt("herd", 3, 3, 130).text(false)).isEqualTo("herd 3/3 [130]> ");
    }

    @Test
    void colourTellsGoodFromBad() {
        assertThat(new Prompt("herd", 3, 3, 0).text(true))
                .isEqualTo("herd \u001b[32m3/3\u001b[0m> ");
        assertThat(new Prompt("herd", 2, 3, 4).text(true))
                .isEqualTo("herd \u001b[31m2/3\u001b[0m \u001b[31m[4]\u001b[0m> ");
    }

    @Test
    void whatFitsIsShownWhole() {
        assertThat(screenful(3, 1).lines(new Window(6, 80)))
                .containsExactly("title", "", "1", "2", "3", "herd: 1");
    }

    @Test
    void whatIsCutIsCountedAndWhatIsWrongStays() {
        assertThat(screenful(9, 2).lines(new Window(8, 80)))
                .containsExactly("title", "", "1", "2", "3", "… 6 more", "herd: 1", "herd: 2");
    }

    @Test
    void thereIsNeverMoreThanTheWindowHas() {
        for (int rows = 1; rows < 12; rows++) {
            assertThat(screenful(5, 3).lines(new Window(rows, 80))).hasSizeLessThanOrEqualTo(rows);
        }
    }

    @Test
    void aLineIsErasedBeforeItIsWritten() {
        assertThat(screenful(2, 0).painted(new Window(6, 80)))
                .isEqualTo("\u001b[H\u001b[Ktitle\r\n\u001b[K\r\n\u001b[K1\r\n\u001b[J2");
    }

    private static Screenful screenful(int results, int remarks) {
        return new Screenful("title", numbers("", results), numbers("herd: ", remarks));
    }

    private static List<String> numbers(String before, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> before + i).toList();
    }
}
