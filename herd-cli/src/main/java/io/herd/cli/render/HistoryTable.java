package io.herd.cli.render;

import static java.util.stream.Collectors.joining;

import io.herd.json.docker.ImageJson.Layer;
import io.herd.json.wire.AnswerJson;
import io.herd.model.NodeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The table of {@code docker history}; nodes that have the same image share their lines. */
public final class HistoryTable {

    private static final int SHORT_ID = 12;
    private static final int SHORT_COMMAND = 45;
    private static final String ALGORITHM = "sha256:";

    private final Times times;
    private final boolean whole;
    private final boolean human;
    private final String format;

    /**
     * @param whole whether ids and commands keep their full length
     * @param human whether sizes and dates are for people
     * @param format the user's, empty for the usual table
     */
    public HistoryTable(Instant now, boolean whole, boolean human, String format) {
        this.times = new Times(now);
        this.whole = whole;
        this.human = human;
        this.format = format;
    }

    private record Row(Layer layer, TreeSet<NodeName> nodes) {}

    /**
     * Checks a format.
     *
     * @throws IllegalArgumentException if the format cannot be understood
     */
    public static void check(String format) {
        if (!Format.isUsual(format)) {
            var _ =
                    new Format<>(
                            format, new HistoryTable(Instant.EPOCH, false, true, format).fields());
        }
    }

    public View of(Map<NodeName, List<Layer>> histories) {
        var owners = new LinkedHashMap<List<Layer>, TreeSet<NodeName>>();
        histories.forEach(
                (node, layers) -> owners.computeIfAbsent(layers, _ -> new TreeSet<>()).add(node));
        var rows = new ArrayList<Row>();
        owners.forEach((layers, nodes) -> layers.forEach(layer -> rows.add(new Row(layer, nodes))));
        return Format.isUsual(format)
                ? new View.Table("layers", columns(), rows.stream().map(this::item).toList())
                : new Format<>(format, fields()).view("layers", rows, this::item);
    }

    private List<Column> columns() {
        return List.of(
                Column.firm("IMAGE"),
                Column.firm("CREATED").abridged(2),
                Column.firm("CREATED BY").cut(1),
                Column.firm("SIZE"),
                Column.firm("COMMENT").cut(1).leftOut(3),
                Column.firm("NODES").cut(4));
    }

    private Item item(Row row) {
        var cells =
                List.of(
                        new Cell(id(row)),
                        created(row),
                        new Cell(by(row)),
                        new Cell(size(row)),
                        new Cell(row.layer().comment()),
                        new Cell(nodes(row)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("Id", row.layer().id());
        json.put("Created", row.layer().created().getEpochSecond());
        json.put("CreatedBy", row.layer().by());
        json.put("Size", row.layer().size());
        json.put("Comment", row.layer().comment());
        json.put("Nodes", row.nodes());
        return new Item(id(row), cells, AnswerJson.object(json));
    }

    private List<Field<Row>> fields() {
        return List.of(
                Field.of("ID", "IMAGE", this::id),
                Field.of("CreatedSince", "CREATED", row -> times.ago(row.layer().created())),
                Field.of("CreatedAt", "CREATED AT", row -> row.layer().created().toString()),
                Field.of("CreatedBy", "CREATED BY", this::by),
                Field.of("Size", "SIZE", this::size),
                Field.of("Comment", "COMMENT", row -> row.layer().comment()),
                Field.of("Nodes", "NODES", HistoryTable::nodes));
    }

    private String id(Row row) {
        var id = row.layer().id();
        return whole || !id.startsWith(ALGORITHM)
                ? id
                : id.substring(
                        ALGORITHM.length(), Math.min(id.length(), ALGORITHM.length() + SHORT_ID));
    }

    private Cell created(Row row) {
        return human
                ? times.cell(row.layer().created())
                : new Cell(row.layer().created().toString());
    }

    private String by(Row row) {
        var by = row.layer().by().replace('\t', ' ');
        return whole ? by : Human.cut(by, SHORT_COMMAND);
    }

    private String size(Row row) {
        return human ? Human.size(row.layer().size()) : Long.toString(row.layer().size());
    }

    private static String nodes(Row row) {
        return row.nodes().stream().map(NodeName::value).collect(joining(","));
    }
}
