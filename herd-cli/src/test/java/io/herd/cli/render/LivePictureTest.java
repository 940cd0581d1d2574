package io.herd.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Outcome;
import io.herd.action.Streaming.Window;
import io.herd.herd.answer.Coverage;
import io.herd.json.wire.AnswerJson;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LivePictureTest {

    private static final Style PIPE = new Style(false, false, false, 0);
    private static final Window WINDOW = new Window(24, 80);
    private static final Coverage LOST =
            Coverage.of(Map.of(new NodeName("b"), new Outcome.Unreachable("gone")));

    @Test
    void eachPictureTakesThePlaceOfTheOneBefore() {
        var live = new LivePicture(PIPE);

        assertThat(live.over(lines("one", "two"), WINDOW))
                .isEqualTo("one\u001b[K\ntwo\u001b[K\n\u001b[J");
        assertThat(live.over(lines("three"), WINDOW)).isEqualTo("\u001b[2Athree\u001b[K\n\u001b[J");
        assertThat(live.over(lines(), WINDOW)).isEqualTo("\u001b[1A\u001b[J");
    }

    @Test
    void whatHasNoRoomIsCounted() {
        var live = new LivePicture(PIPE);

        assertThat(live.over(lines("one", "two", "three"), new Window(3, 5)))
                .isEqualTo("one\u001b[K\n… an…\u001b[K\n\u001b[J");
        assertThat(live.over(lines("123456"), new Window(3, 5)))
                .isEqualTo("\u001b[2A1234…\u001b[K\n\u001b[J");
    }

    @Test
    void aWindowThatBecomesNarrowerIsPaintedAnewSinceItsLinesMayHaveBeenBroken() {
        var live = new LivePicture(PIPE);
        live.over(lines("123456", "two"), WINDOW);

        assertThat(live.over(lines("123456", "two"), new Window(24, 5)))
                .isEqualTo("\u001b[H\u001b[2J1234…\u001b[K\ntwo\u001b[K\n\u001b[J");
        assertThat(live.over(lines("123456"), WINDOW))
                .isEqualTo("\u001b[2A123456\u001b[K\n\u001b[J");
    }

    @Test
    void aTableIsLaidOutForTheWindowThatThereIsNow() {
        var live = new LivePicture(PIPE);
        var columns = List.of(Column.firm("NAME"), Column.firm("PORTS").leftOut(1));
        var cells = List.of(new Cell("web"), new Cell("80/tcp"));
        var item = new Item("web", cells, AnswerJson.object(Map.of()));
        var table = Report.of(new View.Table("k", columns, List.of(item)), Coverage.none());

        assertThat(live.over(table, WINDOW)).contains("web    80/tcp");
        assertThat(live.over(table, new Window(24, 10))).contains("web\u001b[K");
    }

    @Test
    void whatIsWideCountsAsWideInALineToo() {
        assertThat(new LivePicture(PIPE).over(lines("漢字漢字"), new Window(24, 6)))
                .isEqualTo("漢字…\u001b[K\n\u001b[J");
    }

    @Test
    void aNodeThatIsLostStandsBelow() {
        var report = Report.of(new View.Lines("stats", List.of("one"), List.of()), LOST);

        assertThat(new LivePicture(PIPE).over(report, WINDOW))
                .isEqualTo("one\u001b[K\nherd: node b: unreachable: gone\u001b[K\n\u001b[J");
        assertThat(new LivePicture(PIPE).plain(report)).isEqualTo("one\n");
    }

    private static Report lines(String... lines) {
        return Report.of(new View.Lines("stats", List.of(lines), List.of()), Coverage.none());
    }
}
