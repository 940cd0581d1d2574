package io.herd.cli.report;

import static java.util.stream.Collectors.joining;

import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.ImageJson;
import io.herd.json.wire.AnswerJson;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;

/** Reports on archives of images. */
public final class ArchiveReport {

    private ArchiveReport() {}

    /**
     * Says that no node has all the images that were to be saved.
     *
     * @param owners the nodes that have each image
     */
    public static Report nowhere(Map<String, NavigableSet<NodeName>> owners, Coverage coverage) {
        var missing = owners.entrySet().stream().filter(it -> it.getValue().isEmpty()).toList();
        var complaints =
                missing.isEmpty()
                        ? List.of(apart(owners))
                        : missing.stream()
                                .map(it -> ImageReport.noSuch(it.getKey(), coverage))
                                .toList();
        var exit =
                !coverage.complete()
                        ? Exit.PARTIAL
                        : missing.isEmpty() ? Exit.FAILED : Exit.NO_SUCH;
        return new Report(new View.Text(""), coverage, List.of(), complaints, exit);
    }

    private static Complaint apart(Map<String, NavigableSet<NodeName>> owners) {
        return new Complaint(
                String.join(" ", owners.keySet()),
                "no node has all of them: "
                        + owners.entrySet().stream()
                                .map(it ->
                                        "%s is on %s"
                                                .formatted(
                                                        it.getKey(),
                                                        it.getValue().stream()
                                                                .map(NodeName::value)
                                                                .collect(joining(", "))))
                                .collect(joining("; ")),
                Optional.of("save them one by one"));
    }

    /** Says nothing of an archive that is complete. */
    public static Report saved(NodeName from, Outcome outcome) {
        var answers = Answers.of(Map.of(from, outcome));
        return NodeReport.report(new View.Text(""), answers, List.of());
    }

    /**
     * Prints what each node has taken in.
     *
     * @param said the daemons' documents
     * @param quiet whether nothing is to be printed of it
     */
    public static Report loaded(
            Map<NodeName, Outcome> outcomes, Map<NodeName, List<RawJson>> said, boolean quiet) {
        var lines = new ArrayList<String>();
        var items = new ArrayList<Item>();
        var unread = new TreeMap<>(outcomes);
        outcomes.forEach((node, outcome) -> {
            if (outcome instanceof Done) {
                try {
                    for (var line : ImageJson.loaded(said.getOrDefault(node, List.of()))) {
                        lines.add(node + ": " + line);
                        items.add(item(node, line));
                    }
                } catch (UnexpectedJsonException e) {
                    unread.put(node, ReadAnswers.failed(e));
                }
            }
        });
        var answers = new Answers(unread);
        return NodeReport.report(
                new View.Lines("results", quiet ? List.of() : lines, items), answers, List.of());
    }

    private static Item item(NodeName node, String line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("Stream", line);
        json.put("Node", node);
        return new Item(node.value(), AnswerJson.object(json));
    }
}
