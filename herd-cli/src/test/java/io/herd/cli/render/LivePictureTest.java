package io.herd.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Outcome;
import io.herd.herd.answer.Coverage;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LivePictureTest {

    private static final Style PIPE = new Style(false, false, false, 0);
    private static final Coverage LOST =
            Coverage.of(Map.of(new NodeName("b"), new Outcome.Unreachable("gone")));

    @Test
    void eachPictureTakesThePlaceOfTheOneBefore() {
        var live = new LivePicture(new Style(false, false, false, 80));

        assertThat(live.over(lines("one", "two"), 24))
                .isEqualTo("one\u001b[K\ntwo\u001b[K\n\u001b[J");
        assertThat(live.over(lines("three"), 24)).isEqualTo("\u001b[2Athree\u001b[K\n\u001b[J");
        assertThat(live.over(lines(), 24)).isEqualTo("\u001b[1A\u001b[J");
    }

    @Test
    void whatHasNoRoomIsCounted() {
        var live = new LivePicture(new Style(false, false, false, 5));

        assertThat(live.over(lines("one", "two", "three"), 3))
                .isEqualTo("one\u001b[K\n… an…\u001b[K\n\u001b[J");
        assertThat(live.over(lines("123456"), 3)).isEqualTo("\u001b[2A1234…\u001b[K\n\u001b[J");
    }

    @Test
    void aNodeThatIsLostStandsBelow() {
        var report = Report.of(new View.Lines("stats", List.of("one"), List.of()), LOST);

        assertThat(new LivePicture(PIPE).over(report, 24))
                .isEqualTo("one\u001b[K\nherd: node b: unreachable: gone\u001b[K\n\u001b[J");
        assertThat(new LivePicture(PIPE).plain(report)).isEqualTo("one\n");
    }

    private static Report lines(String... lines) {
        return Report.of(new View.Lines("stats", List.of(lines), List.of()), Coverage.none());
    }
}
