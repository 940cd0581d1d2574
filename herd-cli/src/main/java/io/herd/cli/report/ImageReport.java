package io.herd.cli.report;

import io.herd.action.Answers;
import io.herd.action.Outcome.Done;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.ImageRemoval;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ErrorCode;
import io.herd.herd.answer.ReadAnswers;
import io.herd.herd.answer.Trouble;
import io.herd.json.docker.ImageJson;
import io.herd.json.wire.AnswerJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the results of actions on the images that the user named, and reports on them. */
public final class ImageReport {

    private final List<String> lines = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private Coverage coverage = Coverage.none();
    private boolean failed;

    /** Says nothing, unless no node has the image, or one cannot tag it. */
    public static Report tagged(String reference, Answers answers) {
        return ofOwners(
                reference,
                new View.Lines("results", List.of(), NodeReport.doers(answers)),
                answers);
    }

    /** Shows the history of an image that some nodes have. */
    public static Report history(String reference, View history, Answers answers) {
        return ofOwners(reference, history, answers);
    }

    /** Says that none of the nodes has an image. */
    public static Report nowhere(String reference, Answers answers) {
        return ofOwners(reference, new View.Text(""), answers);
    }

    // It is no failure that a node does not have the image, unless none has it.
    private static Report ofOwners(String reference, View view, Answers answers) {
        var coverage = Coverage.of(ImageRemoval.present(answers));
        return answers.byNode().values().stream().noneMatch(Done.class::isInstance)
                        && coverage.complete()
                ? new Report(
                        view,
                        coverage,
                        List.of(),
                        List.of(noSuch(reference, coverage)),
                        Exit.NO_SUCH)
                : Report.of(view, coverage);
    }

    public void described(String reference, Answers answers) {
        var read = ReadAnswers.of(answers, ImageJson::described);
        read.all().forEach(image -> items.add(new Item(image.id(), image.raw())));
        var asked = Coverage.of(ImageRemoval.present(read.answers()));
        coverage = coverage.and(asked);
        if (read.byNode().isEmpty()) {
            complaints.add(noSuch(reference, asked));
        }
    }

    /**
     * The time at which the one image with this reference was built; empty if none or several
     * match, with a complaint.
     */
    public Optional<Instant> created(String reference, Answers answers) {
        var byId = new TreeMap<String, Instant>();
        var read =
                ReadAnswers.of(
                        answers,
                        (node, body) -> {
                            var image = ImageJson.described(node, body);
                            byId.put(image.id(), ImageJson.created(image));
                            return image;
                        });
        coverage = coverage.and(Coverage.of(ImageRemoval.present(read.answers())));
        if (byId.size() == 1) {
            return Optional.of(byId.firstEntry().getValue());
        }
        complaints.add(
                byId.isEmpty() ? noSuch(reference, coverage) : ambiguous(reference, byId.keySet()));
        return Optional.empty();
    }

    public boolean complains() {
        return !complaints.isEmpty();
    }

    public void removed(ImageRemoval removal) {
        coverage = coverage.and(removal.coverage());
        var read =
                ReadAnswers.of(
                        Answers.of(removal.outcomes()),
                        (node, body) -> {
                            Map<String, Object> json = new LinkedHashMap<>();
                            json.put("Image", removal.reference());
                            json.put("Node", node);
                            json.put("Removed", body);
                            ImageJson.removed(body).forEach(line -> lines.add(node + ": " + line));
                            return new Item(removal.reference(), AnswerJson.object(json));
                        });
        items.addAll(read.all());
        read.answers()
                .byNode()
                .forEach((node, outcome) ->
                        Trouble.of(outcome)
                                .ifPresent(why -> {
                                    failed = true;
                                    complaints.add(
                                            new Complaint(
                                                            removal.reference(),
                                                            removal.reference()
                                                                    + " on "
                                                                    + node
                                                                    + ": "
                                                                    + why)
                                                    .as(why.code()));
                                }));
        if (removal.ambiguous()) {
            complaints.add(ambiguous(removal.reference(), removal.ids()));
        } else if (removal.outcomes().isEmpty()) {
            complaints.add(noSuch(removal.reference(), removal.coverage()));
        }
    }

    public Report descriptions() {
        return report(new View.Documents("images", items));
    }

    public Report removals() {
        return report(new View.Lines("results", lines, items));
    }

    private Report report(View view) {
        return new Report(
                view,
                coverage,
                List.of(),
                complaints,
                NodeReport.exit(coverage, complaints, failed, items));
    }

    static Complaint ambiguous(String reference, Collection<String> ids) {
        return new Complaint(
                        reference,
                        "'%s' fits %d images".formatted(reference, ids.size()),
                        Optional.of("say which: " + String.join(", ", ids)))
                .as(ErrorCode.AMBIGUOUS);
    }

    static Complaint noSuch(String reference, Coverage asked) {
        return NodeReport.noSuch("image", reference, asked, "herd image ls -a");
    }
}
