package io.herd.cli.report;

import io.herd.cli.render.Cell;
import io.herd.cli.render.Column;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.creation.CreateRequest;
import io.herd.herd.creation.CreationPlan;
import io.herd.herd.creation.CreationPlan.Planned;
import io.herd.herd.creation.Instance.Made;
import io.herd.json.wire.AnswerJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reports on a dry run: which containers a create request would create, and on which nodes. */
public final class PlanReport {

    private static final List<Column> COLUMNS =
            List.of(Column.of("INSTANCE"), Column.of("NAME"), Column.of("NODE"));

    private PlanReport() {}

    public static Report report(CreateRequest order, CreationPlan plan) {
        var items = new TreeMap<Integer, Item>();
        var complaints = new ArrayList<Complaint>();
        plan.planned().forEach(planned -> items.put(planned.number(), item(planned, false)));
        for (var other : plan.others()) {
            if (other instanceof Made made) {
                var there = new Planned(made.number(), made.name(), made.node());
                items.put(made.number(), item(there, true));
            }
            complaints.addAll(CreationProblems.of(order, other));
        }
        return new Report(
                new View.Table("plan", COLUMNS, List.copyOf(items.values())),
                plan.coverage(),
                notes(plan),
                complaints,
                exit(plan, complaints.isEmpty()));
    }

    private static Item item(Planned planned, boolean exists) {
        var name = planned.name();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Instance", planned.number());
        name.ifPresent(n -> fields.put("Name", n));
        fields.put("Node", planned.node());
        fields.put("Existed", exists);
        return new Item(
                name.orElse(Integer.toString(planned.number())),
                List.of(
                        new Cell(Integer.toString(planned.number())),
                        new Cell(name.orElse("-")),
                        new Cell(planned.node().value())),
                AnswerJson.object(fields));
    }

    private static List<String> notes(CreationPlan plan) {
        var notes = new ArrayList<String>();
        plan.passedOver()
                .forEach((node, why) -> notes.add("node " + node + " was passed over: " + why));
        Optional.of(plan.others().stream().filter(Made.class::isInstance).count())
                .filter(there -> there > 0)
                .ifPresent(there -> notes.add(there + " of them exist already"));
        return notes;
    }

    private static Exit exit(CreationPlan plan, boolean all) {
        if (!plan.coverage().complete()) {
            return Exit.PARTIAL;
        }
        return all ? Exit.OK : Exit.FAILED;
    }
}
