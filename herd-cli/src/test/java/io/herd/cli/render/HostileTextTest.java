package io.herd.cli.render;

import static io.herd.Properties.property;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.Texts;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Described;
import io.herd.cli.flow.MemoryConsole;
import io.herd.cli.render.EventText.NodeEvent;
import io.herd.cluster.Member;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ErrorCode;
import io.herd.herd.answer.NodeAnswer;
import io.herd.herd.answer.Trouble;
import io.herd.json.wire.AnswerJson;
import io.herd.model.Container;
import io.herd.model.DaemonEvent;
import io.herd.model.DaemonState;
import io.herd.model.Legible;
import io.herd.model.NodeInfo;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What nodes say, in every place where it is shown. */
class HostileTextTest {

    private static final Style PLAIN = new Style(false, false, false, 0);
    private static final Style NARROW = new Style(false, false, false, 80);
    private static final Style JSON = new Style(false, true, false, 0);
    private static final Style QUIET = new Style(true, false, false, 0);
    private static final NodeName A = new NodeName("a");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    // An OSC 52 writes to the clipboard, an override turns round what is read.
    private static final String HOSTILE = "\u001b]52;c;eA==\u0007\r\nok\u202e\u009b2J";
    private static final String SHOWN = "\\x1b]52;c;eA==\\a\\r\\nok\\u202e\\u009b2J";

    private static final Gen<String> ANY =
            Texts.of(
                    "a \"'\\\n\r\t\b\u0000\u001b\u007f\u009b\u2028\u202e\u2066\u200f\u061cé漢\ud800",
                    12);

    @Test
    void aCommandDoesNotDriveTheTerminalAndItsColumnIsAsWideAsItIsShown() {
        var table = new ContainerTable(NOW, true).of(List.of(container(HOSTILE), container("x")));

        var lines = Pictures.of(table, PLAIN).lines().toList();
        int node = lines.getFirst().indexOf("NODE");

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("   \"" + SHOWN + "\"   ").endsWith(SHOWN + "   a");
        assertThat(lines.subList(1, 3)).allMatch(line -> line.substring(node).equals("a"));
    }

    @Test
    void aVersionMakesNoNodeOfItsOwn() {
        assertThat(Pictures.of(NodeTable.of(List.of(node("29\nb  ready"))), PLAIN).lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("29\\nb  ready");
    }

    @Test
    void anErrorIsOneLine() {
        var failed = new TreeMap<>(Map.of(A, new Trouble(ErrorCode.FAILED, HOSTILE)));
        var coverage = new Coverage(new TreeSet<>(List.of(A)), failed);
        var complaint = new Complaint(HOSTILE, HOSTILE, Optional.of(HOSTILE));
        var report =
                new Report(
                        new View.Text(""), coverage, List.of(HOSTILE), List.of(complaint), Exit.OK);

        assertThat(Pictures.of(report, PLAIN).err())
                .isEqualTo(
                        """
                        herd: %1$s
                        herd: node a: %1$s
                        herd: %1$s
                              %1$s
                        """
                                .formatted(SHOWN));
    }

    @Test
    void whatTheUserWroteInAFormatStaysAndWhatItIsFilledWithIsEscaped() {
        var containers = List.of(container(HOSTILE));

        assertThat(formatted("{{.Command}}\\n\\t{{.Label \"l\"}}é", containers))
                .isEqualTo("\"%1$s\"\n\t%1$sé\n".formatted(SHOWN));
        assertThat(formatted("table {{.Names}}\\t{{.Node}}", containers).lines().toList())
                .containsExactly("NAMES" + " ".repeat(SHOWN.length() - 2) + "NODE", SHOWN + "   a");
        assertThat(formatted("{{json .Names}}", containers))
                .isEqualTo("\"\\u001b]52;c;eA==\\u0007\\r\\nok\\u202e\\u009b2J\"\n");
    }

    @Test
    void theNamesInFrontOfLogsAreEscapedAndAligned() {
        var prefixes = new Prefixes(List.of("a/\u001bx", "b/y"), false);

        assertThat(new String(prefixes.of("a/\u001bx"), UTF_8)).isEqualTo("a/\\x1bx | ");
        assertThat(new String(prefixes.of("b/y"), UTF_8)).isEqualTo("b/y     | ");
    }

    @Test
    void whateverNodesSayNothingThatIsPrintedDrivesATerminal() {
        property()
                .forAll(ANY)
                .checkAssert(text ->
                        printed(text)
                                .forEach(line ->
                                        assertThat(Legible.isLegible(line))
                                                .as(Legible.of(line))
                                                .isTrue()));
    }

    private static Stream<String> printed(String text) {
        var report = everywhere(text);
        var printed =
                Stream.of(PLAIN, NARROW, JSON, QUIET)
                        .map(style -> Pictures.of(report, style))
                        .flatMap(it -> Stream.of(it.out(), it.err()));
        var formats =
                Stream.of(
                                "{{.Names}} {{.Command}} {{.Label \"l\"}} {{.Labels}}",
                                "table {{.Image}}",
                                "json")
                        .map(format -> formatted(format, List.of(container(text))));
        var events =
                Stream.of("", "json", "{{.Action}} {{.ID}} {{.Attribute \"l\"}}", "{{json .}}")
                        .map(format -> new EventText(format).line(event(text)));
        return Stream.of(printed, formats, events, Stream.of(told(text)))
                .flatMap(all -> all)
                .flatMap(all -> Stream.of(all.split("\n", -1)));
    }

    private static Report everywhere(String text) {
        var containers = new ContainerTable(NOW, true).of(List.of(container(text)));
        var items = List.of(new Item(text, AnswerJson.object(Map.of("K", text, text, "V"))));
        var nodes = NodeTable.of(List.of(node(text)));
        var tables =
                Stream.of(containers, nodes)
                        .filter(View.Table.class::isInstance)
                        .map(View.Table.class::cast)
                        .toList();
        var coverage =
                new Coverage(
                        new TreeSet<>(List.of(A)),
                        new TreeMap<>(Map.of(A, new Trouble(ErrorCode.FAILED, text))));
        return new Report(
                new View.Sheet("k", tables, List.of(new Cell(text)), items),
                coverage,
                List.of(text),
                List.of(new Complaint(text, text, Optional.of(text))),
                Exit.OK);
    }

    private static String told(String text) {
        var console = new MemoryConsole();
        console.tell(text);
        return console.told();
    }

    private static String formatted(String format, List<Container> containers) {
        return Pictures.of(new ContainerTable(NOW, true, Set.of(), format).of(containers), PLAIN);
    }

    private static Container container(String text) {
        return new Container(
                A,
                text,
                List.of(text.replace("/", "")),
                text,
                text,
                NOW,
                text,
                text,
                List.of(),
                Map.of("l", text),
                Optional.empty(),
                AnswerJson.object(
                        Map.of("Id", text, "Labels", AnswerJson.object(Map.of("l", text)))));
    }

    private static NodeAnswer node(String text) {
        var up = new DaemonState.Up(text, text, 1, 1, 1, 1, 1);
        var info = new NodeInfo(A, Pool.REGISTERED, Map.of(text, text), text, up);
        return new NodeAnswer(new Member(A, text), new Done(new Described(info)));
    }

    private static NodeEvent event(String text) {
        var raw = AnswerJson.object(Map.of("Action", text));
        return new NodeEvent(A, new DaemonEvent(text, text, text, Map.of("l", text), NOW, raw));
    }
}
