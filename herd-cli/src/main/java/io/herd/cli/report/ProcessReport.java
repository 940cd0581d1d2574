package io.herd.cli.report;

import io.herd.cli.render.Cell;
import io.herd.cli.render.Column;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.ContainerResult;
import io.herd.json.docker.ProcessJson;
import io.herd.json.wire.AnswerJson;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports on the processes of a container, for {@code top}. */
public final class ProcessReport {

    private static final String ID = "PID";

    private ProcessReport() {}

    public static Report report(ContainerResult result) {
        var tables = new ArrayList<View>();
        var read =
                ContainerReport.read(
                        result,
                        (location, body) ->
                                tables.add(table(ProcessJson.table(body), location.node())));
        var report = ContainerReport.report(List.of(read));
        return tables.isEmpty() ? report : report.with(tables.getFirst());
    }

    private static View table(ProcessJson.Table table, NodeName node) {
        return new View.Table(
                "processes",
                table.titles().stream().map(Column::of).toList(),
                table.rows().stream().map(row -> item(table.titles(), row, node)).toList());
    }

    private static Item item(List<String> titles, List<String> row, NodeName node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(titles.size(), row.size()); i++) {
            fields.put(titles.get(i), row.get(i));
        }
        var id = String.valueOf(fields.getOrDefault(ID, ""));
        fields.put("Node", node);
        return new Item(id, row.stream().map(Cell::new).toList(), AnswerJson.object(fields));
    }
}
