package io.herd.cli.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.creation.CreateRequest;
import io.herd.herd.creation.Creation;
import io.herd.herd.creation.Instance;
import io.herd.herd.creation.Instance.Made;
import io.herd.herd.creation.Instance.Missing;
import io.herd.herd.creation.Instance.Undone;
import io.herd.herd.creation.Instance.Unsure;
import io.herd.json.wire.AnswerJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reports on what was created for a create request. */
public final class CreationReport {

    // As many names as can be read, and pasted.
    private static final int MOST_SHOWN = 16;

    private CreationReport() {}

    public static Report report(CreateRequest order, Creation creation) {
        var items = new ArrayList<Item>();
        var complaints = new ArrayList<Complaint>();
        for (var instance : creation.instances()) {
            if (isThere(instance)) {
                items.add(item(made(instance).orElseThrow()));
            }
            complaints.addAll(CreationProblems.of(order, instance));
        }
        return new Report(
                new View.Ids("containers", items),
                creation.coverage(),
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
        if (made.existed()) {
            fields.put("Existed", true);
        }
        fields.put("Warnings", made.created().warnings());
        return new Item(made.created().id(), AnswerJson.object(fields));
    }

    private static List<String> notes(Creation creation) {
        var notes = new ArrayList<String>();
        creation.passedOver()
                .forEach((node, why) -> notes.add("node " + node + " was passed over: " + why));
        creation.doubles()
                .forEach(location ->
                        notes.add(
                                "%s (%.12s) is there, too, of an instance that has another"
                                        .formatted(location, location.id())));
        surplus(creation).ifPresent(notes::add);
        creation.instances().stream()
                .flatMap(instance -> made(instance).stream())
                .flatMap(made -> made.created().warnings().stream())
                .distinct()
                .forEach(warning -> notes.add("warning: " + warning));
        perNode(creation, true).ifPresent(nodes -> notes.add("there were already " + nodes));
        if (creation.instances().size() > 1) {
            perNode(creation, false).ifPresent(nodes -> notes.add("created " + nodes));
        }
        return notes;
    }

    private static Optional<String> surplus(Creation creation) {
        var beyond = creation.surplus().stream().map(ContainerLocation::toString).toList();
        if (beyond.isEmpty()) {
            return Optional.empty();
        }
        var shown = String.join(" ", beyond.subList(0, Math.min(beyond.size(), MOST_SHOWN)));
        return Optional.of(
                "%d more of an earlier order with this request id are there and are not removed; to remove them: herd rm -f %s%s"
                        .formatted(beyond.size(), shown, beyond.size() > MOST_SHOWN ? " …" : ""));
    }

    private static Optional<String> perNode(Creation creation, boolean existed) {
        var counts =
                creation.instances().stream()
                        .filter(CreationReport::isThere)
                        .flatMap(instance -> made(instance).stream())
                        .filter(made -> made.existed() == existed)
                        .collect(groupingBy(Made::node, TreeMap::new, counting()));
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        counts.entrySet().stream()
                                .map(node -> node.getValue() + " on " + node.getKey())
                                .collect(joining(", ")));
    }

    /** The container that was created for an instance, whether or not it still exists. */
    private static Optional<Made> made(Instance instance) {
        return switch (instance) {
            case Made made -> Optional.of(made);
            case Undone undone -> Optional.of(undone.made());
            case Missing _, Unsure _ -> Optional.empty();
        };
    }

    private static boolean isThere(Instance instance) {
        return switch (instance) {
            case Made _ -> true;
            case Undone undone -> undone.remains();
            case Missing _, Unsure _ -> false;
        };
    }

    private static Exit exit(Creation creation) {
        var instances = creation.instances();
        if (instances.stream().allMatch(CreationReport::started)) {
            return creation.coverage().complete() ? Exit.OK : Exit.PARTIAL;
        }
        if (instances.stream().anyMatch(CreationReport::isThere)
                || !creation.coverage().complete()) {
            return Exit.PARTIAL;
        }
        var failed = instances.stream().filter(instance -> made(instance).isEmpty()).toList();
        return !failed.isEmpty() && failed.stream().allMatch(CreationReport::noSuchImage)
                ? Exit.NO_SUCH
                : Exit.FAILED;
    }

    private static boolean started(Instance instance) {
        return switch (instance) {
            case Made made -> made.created().startFailure().isEmpty();
            case Missing _, Undone _, Unsure _ -> false;
        };
    }

    private static boolean noSuchImage(Instance instance) {
        return switch (instance) {
            case Made _, Undone _, Unsure _ -> false;
            case Missing missing ->
                    !missing.attempts().isEmpty()
                            && missing.attempts().stream()
                                    .allMatch(attempt -> Outcomes.notFound(attempt.outcome()));
        };
    }
}
