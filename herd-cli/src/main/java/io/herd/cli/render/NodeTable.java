package io.herd.cli.render;

import io.herd.action.Outcome.Done;
import io.herd.action.Result.Described;
import io.herd.herd.answer.NodeAnswer;
import io.herd.json.wire.AnswerJson;
import io.herd.model.DaemonState.Down;
import io.herd.model.DaemonState.Up;
import io.herd.model.GoneNode;
import io.herd.model.NodeInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table of nodes, including those that did not answer. */
public final class NodeTable {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.firm("NAME"),
                    Column.firm("STATUS"),
                    Column.firm("POOL").leftOut(5),
                    Column.firm("ADDRESS").leftOut(7),
                    Column.firm("CONTAINERS").leftOut(8),
                    Column.firm("IMAGES").leftOut(1),
                    Column.firm("CPUS").leftOut(2),
                    Column.firm("MEMORY").leftOut(3),
                    Column.firm("DOCKER").leftOut(6),
                    Column.firm("HERD").leftOut(4));
    private static final Cell UNKNOWN = new Cell("-", Tone.FAINT);

    private static final List<Field<NodeAnswer>> FIELDS =
            Stream.concat(
                            IntStream.range(0, COLUMNS.size()).mapToObj(NodeTable::field),
                            Stream.of(
                                    Field.of("Labels", "LABELS", NodeTable::labels),
                                    new Field<>("Label", "LABEL", NodeTable::label, true)))
                    .toList();

    private NodeTable() {}

    public static View of(List<NodeAnswer> nodes) {
        return of(nodes, "");
    }

    /**
     * @param format the user's, empty for the usual table
     */
    public static View of(List<NodeAnswer> nodes, String format) {
        return Format.isUsual(format)
                ? new View.Table("nodeList", COLUMNS, nodes.stream().map(NodeTable::item).toList())
                : new Format<>(format, FIELDS).view("nodeList", nodes, NodeTable::item);
    }

    /**
     * Checks a format.
     *
     * @throws IllegalArgumentException if the format cannot be understood
     */
    public static void check(String format) {
        if (!Format.isUsual(format)) {
            var _ = new Format<>(format, FIELDS);
        }
    }

    private static Field<NodeAnswer> field(int column) {
        var heading = COLUMNS.get(column).title();
        // The field of NAME is .Name; that of CPUS is .CPUs, as in docker.
        var name =
                heading.equals("CPUS")
                        ? "CPUs"
                        : heading.charAt(0) + heading.substring(1).toLowerCase(Locale.ROOT);
        return Field.of(name, heading, node -> item(node).cells().get(column).text());
    }

    private static String labels(NodeAnswer answer) {
        return answer.outcome() instanceof Done(Described(var node))
                ? Field.labels(new TreeMap<>(node.labels()))
                : UNKNOWN.text();
    }

    private static String label(NodeAnswer answer, String name) {
        return answer.outcome() instanceof Done(Described(var node))
                ? node.labels().getOrDefault(name, "")
                : UNKNOWN.text();
    }

    private static Item item(NodeAnswer answer) {
        return answer.outcome() instanceof Done(Described(var node))
                ? described(answer, node)
                : answer.gone().map(NodeTable::gone).orElseGet(() -> silent(answer));
    }

    private static Item gone(GoneNode node) {
        var since = Instant.now().minus(node.ago()).truncatedTo(ChronoUnit.SECONDS);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("Name", node.name());
        fields.put("Address", node.address());
        fields.put("GoneSince", since);
        node.containers().ifPresent(number -> fields.put("Containers", number));
        var cells =
                List.of(
                        new Cell(node.name().value()),
                        new Cell("gone " + new Times(Instant.now()).ago(since), Tone.BAD),
                        UNKNOWN,
                        new Cell(node.address()),
                        node.containers()
                                .map(number -> new Cell(number.toString()))
                                .orElse(UNKNOWN),
                        UNKNOWN,
                        UNKNOWN,
                        UNKNOWN,
                        UNKNOWN,
                        UNKNOWN);
        return new Item(node.name().value(), cells, AnswerJson.object(fields));
    }

    private static Item described(NodeAnswer answer, NodeInfo node) {
        var name = new Cell(node.name().value());
        var pool = new Cell(node.pool().name().toLowerCase(Locale.ROOT));
        var address = new Cell(answer.member().address());
        var herd = new Cell(node.herdVersion());
        var cells =
                switch (node.daemon()) {
                    case Up up ->
                            List.of(
                                    name,
                                    new Cell("ready", Tone.GOOD),
                                    pool,
                                    address,
                                    new Cell(Integer.toString(up.containers())),
                                    new Cell(Integer.toString(up.images())),
                                    new Cell(Integer.toString(up.cpus())),
                                    new Cell(Human.bytes(up.memory())),
                                    new Cell(up.version()),
                                    herd);
                    case Down _ ->
                            List.of(
                                    name,
                                    new Cell("daemon down", Tone.BAD),
                                    pool,
                                    address,
                                    UNKNOWN,
                                    UNKNOWN,
                                    UNKNOWN,
                                    UNKNOWN,
                                    UNKNOWN,
                                    herd);
                };
        return new Item(
                node.name().value(), cells, AnswerJson.node(node, answer.member().address()));
    }

    private static Item silent(NodeAnswer answer) {
        var member = answer.member();
        var cells =
                List.of(
                        new Cell(member.name().value()),
                        new Cell("no answer", Tone.BAD),
                        UNKNOWN,
                        new Cell(member.address()),
                        UNKNOWN,
                        UNKNOWN,
                        UNKNOWN,
                        UNKNOWN,
                        UNKNOWN,
                        UNKNOWN);
        return new Item(
                member.name().value(),
                cells,
                AnswerJson.object(
                        Map.of("Name", member.name().value(), "Address", member.address())));
    }
}
