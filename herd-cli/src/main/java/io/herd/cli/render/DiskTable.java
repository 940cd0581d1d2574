package io.herd.cli.render;

import io.herd.json.wire.AnswerJson;
import io.herd.model.DiskUse;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of {@code docker system df}, with the node as another column. */
public final class DiskTable {

    private static final List<Column> COLUMNS =
            Stream.of("TYPE", "TOTAL", "ACTIVE", "SIZE", "RECLAIMABLE", "NODE")
                    .map(Column::firm)
                    .toList();

    private final String format;

    /**
     * @param format the user's, empty for the usual table
     */
    public DiskTable(String format) {
        this.format = format;
    }

    private record Row(NodeName node, DiskUse use) {}

    /**
     * Checks a format.
     *
     * @throws IllegalArgumentException if the format cannot be understood
     */
    public static void check(String format) {
        if (!Format.isUsual(format)) {
            var _ = new Format<>(format, fields());
        }
    }

    public View of(Map<NodeName, List<DiskUse>> uses) {
        var rows = new ArrayList<Row>();
        uses.forEach((node, all) -> all.forEach(use -> rows.add(new Row(node, use))));
        return Format.isUsual(format)
                ? new View.Table("usage", COLUMNS, rows.stream().map(DiskTable::item).toList())
                : new Format<>(format, fields()).view("usage", rows, DiskTable::item);
    }

    private static Item item(Row row) {
        var cells = fields().stream().map(f -> new Cell(f.text().apply(row, ""))).toList();
        return new Item(row.node().value(), cells, json(row));
    }

    private static RawJson json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("Type", row.use().type());
        json.put("TotalCount", row.use().total());
        json.put("Active", row.use().active());
        json.put("Size", row.use().size());
        json.put("Reclaimable", row.use().reclaimable());
        json.put("Node", row.node());
        return AnswerJson.object(json);
    }

    private static List<Field<Row>> fields() {
        return List.of(
                Field.of("Type", "TYPE", row -> row.use().type()),
                Field.of("TotalCount", "TOTAL", row -> "" + row.use().total()),
                Field.of("Active", "ACTIVE", row -> "" + row.use().active()),
                Field.of("Size", "SIZE", row -> Human.preciseSize(row.use().size())),
                Field.of("Reclaimable", "RECLAIMABLE", DiskTable::reclaimable),
                Field.of("Node", "NODE", row -> row.node().value()));
    }

    private static String reclaimable(Row row) {
        long size = row.use().size();
        long free = row.use().reclaimable();
        return size > 0
                ? "%s (%d%%)".formatted(Human.preciseSize(free), free * 100 / size)
                : Human.preciseSize(free);
    }
}
