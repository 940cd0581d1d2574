package io.herd.cli.report;

import static java.util.stream.Collectors.joining;

import io.herd.action.Answers;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.ImageRemoval;
import io.herd.herd.ResourceRemoval;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ErrorCode;
import io.herd.herd.answer.ReadAnswers;
import io.herd.herd.answer.Trouble;
import io.herd.json.docker.ResourceJson;
import io.herd.json.wire.AnswerJson;
import io.herd.model.NodeName;
import io.herd.model.ResourceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the results of actions on volumes or networks, and reports on them. */
public final class ResourceReport {

    private final ResourceKind kind;
    private final List<String> lines = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private Coverage coverage = Coverage.none();
    private boolean failed;

    public ResourceReport(ResourceKind kind) {
        this.kind = kind;
    }

    /**
     * Reports on one that each node has created. Prints a volume's name; a network's id, or its
     * name if several nodes have created it, each with an id of its own.
     */
    public static Report created(ResourceKind kind, String name, Answers answers) {
        var read = ReadAnswers.of(answers, (node, body) -> ResourceJson.made(kind, node, body));
        var ids = read.all().stream().map(ResourceJson.Made::id).toList();
        var items = read.all().stream().map(made -> new Item(made.id(), made.raw())).toList();
        var notes = new ArrayList<String>();
        read.byNode()
                .forEach((node, made) -> {
                    if (!made.warning().isEmpty()) {
                        notes.add(node + ": " + made.warning());
                    }
                });
        return new Report(
                new View.Lines(words(kind), read.byNode().size() > 1 ? List.of(name) : ids, items),
                Coverage.of(read.answers()),
                notes,
                List.of(),
                NodeReport.exit(read.answers()));
    }

    public void described(String reference, Answers answers) {
        var read = ReadAnswers.of(answers, ResourceJson::described);
        read.byNode().forEach((node, raw) -> items.add(new Item(node + "/" + reference, raw)));
        var asked = Coverage.of(ImageRemoval.present(read.answers()));
        coverage = coverage.and(asked);
        if (read.byNode().isEmpty()) {
            complaints.add(noSuch(reference, asked));
        }
    }

    /**
     * Adds a removal.
     *
     * @param force whether it is no failure that none is there, if all nodes say so
     */
    public void removed(String reference, ResourceRemoval removal, boolean force) {
        coverage = coverage.and(removal.coverage());
        boolean gone = !removal.outcomes().isEmpty();
        for (var outcome : removal.outcomes().entrySet()) {
            var why = Trouble.of(outcome.getValue());
            why.ifPresentOrElse(
                    reason -> failed(reference, outcome.getKey(), reason),
                    () -> items.add(removed(reference, outcome.getKey())));
            gone &= why.isEmpty();
        }
        if (gone) {
            lines.add(reference);
        } else if (removal.ambiguous()) {
            complaints.add(ambiguous(reference, removal));
        } else if (removal.owners().isEmpty() && force && removal.coverage().complete()) {
            notes.add("no such %s: %s".formatted(kind.word(), reference));
        } else if (removal.owners().isEmpty()) {
            complaints.add(noSuch(reference, removal.coverage()));
        }
    }

    private void failed(String reference, NodeName node, Trouble why) {
        failed = true;
        complaints.add(
                new Complaint(reference, reference + " on " + node + ": " + why).as(why.code()));
    }

    private static Item removed(String reference, NodeName node) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("Name", reference);
        json.put("Node", node);
        return new Item(reference, AnswerJson.object(json));
    }

    public Report descriptions() {
        return report(new View.Documents(words(kind), items));
    }

    public Report removals() {
        return report(new View.Lines("results", lines, items));
    }

    private Report report(View view) {
        return new Report(
                view,
                coverage,
                notes,
                complaints,
                NodeReport.exit(coverage, complaints, failed, items));
    }

    private Complaint ambiguous(String reference, ResourceRemoval removal) {
        return new Complaint(
                        reference,
                        "'%s' is a volume on %d nodes, and each has data of its own"
                                .formatted(reference, removal.owners().size()),
                        Optional.of(
                                "say which: %s; or those meant with --node %s"
                                        .formatted(
                                                removal.owners().stream()
                                                        .map(node -> node + "/" + reference)
                                                        .collect(joining(", ")),
                                                removal.owners().stream()
                                                        .map(NodeName::value)
                                                        .collect(joining(",")))))
                .as(ErrorCode.AMBIGUOUS);
    }

    private Complaint noSuch(String reference, Coverage asked) {
        return NodeReport.noSuch(
                kind.word(), reference, asked, "herd %s ls".formatted(kind.word()));
    }

    private static String words(ResourceKind kind) {
        return kind.word() + "s";
    }
}
