package io.herd.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.model.Container;
import io.herd.model.Container.Port;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.model.TextWidth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerTableTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<Container> TWO =
            List.of(
                    container(
                            "a",
                            "0123456789abcdef",
                            "web",
                            "busybox",
                            "running",
                            "Up 3 minutes",
                            180,
                            new Port("0.0.0.0", 80, 80, "tcp")),
                    container(
                            "node-2",
                            "fedcba9876543210",
                            "db",
                            "busybox",
                            "exited",
                            "Exited (137) 2 days ago",
                            200_000));

    @Test
    void aPipeGetsEverythingWithoutColour() {
        assertThat(picture(false, new Style(false, false, false, 0)))
                .isEqualTo(
                        """
                        CONTAINER ID   IMAGE     COMMAND                  CREATED         STATUS                    PORTS                NAMES   NODE
                        0123456789ab   busybox   "sh -c 'trap exit TE…"   3 minutes ago   Up 3 minutes              0.0.0.0:80->80/tcp   web     a
                        fedcba987654   busybox   "sh -c 'trap exit TE…"   2 days ago      Exited (137) 2 days ago                        db      node-2
                        """);
    }

    @Test
    void nothingIsShortenedWhereTheUserSaysSo() {
        assertThat(picture(true, new Style(false, false, false, 0)))
                .contains("0123456789abcdef   busybox   \"sh -c 'trap exit TERM; sleep 3600'\"   ");
    }

    @Test
    void aNarrowTerminalGetsWhatMattersMostAndNoLineThatIsTooLong() {
        var usual =
                container(
                        "node-1",
                        "0123456789abcdef",
                        "web",
                        "nginx:1.27",
                        "running",
                        "Up 3 minutes (healthy)",
                        180,
                        new Port("0.0.0.0", 8080, 80, "tcp"),
                        new Port("::", 8080, 80, "tcp"));
        assertThat(narrow(110, usual))
                .isEqualTo(
                        """
                        CONTAINER ID  IMAGE       COMMAND           CREATED        STATUS                  PORTS         NAMES  NODE
                        0123456789ab  nginx:1.27  "sh -c 'trap ex…  3 minutes ago  Up 3 minutes (healthy)  8080->80/tcp  web    node-1
                        """);
        assertThat(narrow(80, usual))
                .isEqualTo(
                        """
                        CONTAINER ID  IMAGE       STATUS                  PORTS         NAMES  NODE
                        0123456789ab  nginx:1.27  Up 3 minutes (healthy)  8080->80/tcp  web    node-1
                        """);
        assertThat(narrow(65, usual))
                .isEqualTo(
                        """
                        CONTAINER ID  IMAGE       STATUS                  NAMES  NODE
                        0123456789ab  nginx:1.27  Up 3 minutes (healthy)  web    node-1
                        """);
        assertThat(narrow(50, usual))
                .isEqualTo(
                        """
                        IMAGE       STATUS                  NAMES  NODE
                        nginx:1.27  Up 3 minutes (healthy)  web    node-1
                        """);
    }

    @Test
    void aColumnThatIsEmptyGoesBeforeAnyOther() {
        assertThat(narrow(100, TWO.getLast()))
                .isEqualTo(
                        """
                        CONTAINER ID  IMAGE    COMMAND                 CREATED     STATUS                   NAMES  NODE
                        fedcba987654  busybox  "sh -c 'trap exit TE…"  2 days ago  Exited (137) 2 days ago  db     node-2
                        """);
    }

    @Test
    void whatIsWideOrHasNoWidthIsCountedAsTheTerminalDoes() {
        var strange =
                container(
                        "a",
                        "0123456789abcdef",
                        "web",
                        "漢字漢字漢字漢字/e\u0301",
                        "running",
                        "Up 3 minutes",
                        180);
        var family =
                container(
                        "b",
                        "fedcba9876543210",
                        "db",
                        "👩\u200d👩\u200d👧:1",
                        "running",
                        "Up 3 minutes",
                        180);
        assertThat(narrow(80, strange, family))
                .isEqualTo(
                        """
                        CONTAINER ID  IMAGE               CREATED        STATUS        NAMES  NODE
                        0123456789ab  漢字漢字漢字漢字/é  3 minutes ago  Up 3 minutes  web    a
                        fedcba987654  👩‍👩‍👧:1            3 minutes ago  Up 3 minutes  db     b
                        """);
        assertThat(narrow(65, strange, family))
                .isEqualTo(
                        """
                        CONTAINER ID  IMAGE               STATUS        NAMES  NODE
                        0123456789ab  漢字漢字漢字漢字/é  Up 3 minutes  web    a
                        fedcba987654  👩‍👩‍👧:1            Up 3 minutes  db     b
                        """);
        assertThat(narrow(50, strange, family))
                .isEqualTo(
                        """
                        CONTAINER ID  IMAGE      STATUS        NAMES  NODE
                        0123456789ab  漢字漢字…  Up 3 minutes  web    a
                        fedcba987654  👩‍👩‍👧:1   Up 3 minutes  db     b
                        """);
    }

    @Test
    void aTerminalShowsWhatRunsInGreen() {
        assertThat(picture(false, new Style(false, false, true, 0)))
                .contains("\u001b[32mUp 3 minutes\u001b[0m   ")
                .contains("\u001b[2mExited (137) 2 days ago\u001b[0m   ");
    }

    @Test
    void aHostWhoseClockIsAheadHasNewContainersNotFutureOnes() {
        var table =
                new ContainerTable(NOW, false)
                        .of(
                                List.of(
                                        container(
                                                "a", "0123", "web", "busybox", "running", "Up",
                                                -50)));

        assertThat(Pictures.of(table, new Style(false, false, false, 0)))
                .contains("Less than a second ago");
    }

    @Test
    void noContainersAreAHeading() {
        assertThat(
                        Pictures.of(
                                new ContainerTable(NOW, false).of(List.of()),
                                new Style(false, false, false, 0)))
                .isEqualTo(
                        "CONTAINER ID   IMAGE   COMMAND   CREATED   STATUS   PORTS   NAMES   NODE\n");
    }

    private static String narrow(int width, Container... containers) {
        var table = new ContainerTable(NOW, false).of(List.of(containers));
        var picture = Pictures.of(table, new Style(false, false, false, width));
        assertThat(picture.lines()).allMatch(line -> TextWidth.of(line) <= width);
        return picture;
    }

    private static String picture(boolean whole, Style style) {
        return Pictures.of(new ContainerTable(NOW, whole).of(TWO), style);
    }

    private static Container container(
            String node,
            String id,
            String name,
            String image,
            String state,
            String status,
            long age,
            Port... ports) {
        return new Container(
                new NodeName(node),
                id,
                List.of(name),
                image,
                "sh -c 'trap exit TERM; sleep 3600'",
                NOW.minusSeconds(age),
                state,
                status,
                List.of(ports),
                Map.of(),
                Optional.empty(),
                new RawJson("{\"Id\":\"" + id + "\"}"));
    }
}
