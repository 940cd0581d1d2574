package io.herd.cli.command;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.herd.action.Failure;
import io.herd.action.Outcome.Failed;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.Creation;
import io.herd.herd.Instance;
import io.herd.herd.Instance.Attempt;
import io.herd.herd.Instance.Made;
import io.herd.herd.Instance.Missing;
import io.herd.herd.Order;
import io.herd.herd.Outcomes;
import io.herd.json.AnswerJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reports on what came of an order. */
final class Creations {

    private Creations() {}

    static Report report(Order order, Creation creation) {
        var items = new ArrayList<Item>();
        var complaints = new ArrayList<Complaint>();
        for (var instance : creation.instances()) {
            switch (instance) {
                case Made made -> {
                    items.add(item(made));
                    made.created()
                            .startFailure()
                            .ifPresent(why -> complaints.add(notStarted(made, why)));
                }
                case Missing missing -> complaints.add(missing(order, missing));
            }
        }
        return new Report(
                new View.Ids("containers", items),
                creation.account(),
                notes(creation),
                complaints,
                exit(creation));
    }

    private static Item item(Made made) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Id", made.created().id());
        made.name().ifPresent(name -> fields.put("Name", name));
        fields.put("Node", made.node());
        fields.put("Instance", made.number());
        fields.put("Warnings", made.created().warnings());
        return new Item(made.created().id(), AnswerJson.object(fields));
    }

    private static Complaint notStarted(Made made, Failure why) {
        return new Complaint(
                made.created().id(),
                "instance %d on %s was created as %.12s but not started: %s"
                        .formatted(made.number(), made.node(), made.created().id(), why.message()));
    }

    private static Complaint missing(Order order, Missing missing) {
        var subject = missing.name().orElse("instance " + missing.number());
        if (missing.attempts().isEmpty()) {
            return new Complaint(
                    subject, subject + ": no node can take it", Optional.of("see 'herd node ls'"));
        }
        var message =
                missing.attempts().stream()
                        .map(attempt ->
                                attempt.node()
                                        + ": "
                                        + Outcomes.trouble(attempt.outcome()).orElse("done"))
                        .collect(joining("; "));
        var mayExist = missing.attempts().stream().filter(Attempt::open).findAny();
        return new Complaint(
                subject,
                subject + ": " + message,
                mayExist.map(attempt ->
                        "it may exist on %s: look there for the label herd.request=%s"
                                .formatted(attempt.node(), order.request())));
    }

    private static List<String> notes(Creation creation) {
        var notes = new ArrayList<String>();
        creation.passedOver()
                .forEach((node, why) -> notes.add("node " + node + " was passed over: " + why));
        creation.instances().stream()
                .flatMap(instance -> warnings(instance).stream())
                .distinct()
                .forEach(warning -> notes.add("warning: " + warning));
        var made =
                creation.instances().stream()
                        .filter(Made.class::isInstance)
                        .map(Made.class::cast)
                        .collect(groupingBy(Made::node, TreeMap::new, counting()));
        if (creation.instances().size() > 1 && !made.isEmpty()) {
            notes.add(
                    "created "
                            + made.entrySet().stream()
                                    .map(node -> node.getValue() + " on " + node.getKey())
                                    .collect(joining(", ")));
        }
        return notes;
    }

    private static List<String> warnings(Instance instance) {
        return switch (instance) {
            case Made made -> made.created().warnings();
            case Missing _ -> List.of();
        };
    }

    private static Exit exit(Creation creation) {
        var made = creation.instances().stream().filter(Made.class::isInstance).toList();
        boolean started = made.stream().allMatch(Creations::started);
        if (made.size() == creation.instances().size() && started) {
            return creation.account().complete() ? Exit.OK : Exit.PARTIAL;
        }
        if (!made.isEmpty() || !creation.account().complete()) {
            return Exit.PARTIAL;
        }
        return creation.instances().stream().allMatch(Creations::noSuchImage)
                ? Exit.NO_SUCH
                : Exit.FAILED;
    }

    private static boolean started(Instance instance) {
        return switch (instance) {
            case Made made -> made.created().startFailure().isEmpty();
            case Missing _ -> false;
        };
    }

    private static boolean noSuchImage(Instance instance) {
        return switch (instance) {
            case Made _ -> false;
            case Missing missing ->
                    !missing.attempts().isEmpty()
                            && missing.attempts().stream()
                                    .allMatch(attempt ->
                                            attempt.outcome() instanceof Failed(var failure)
                                                    && failure.kind() == Failure.Kind.NOT_FOUND);
        };
    }
}
