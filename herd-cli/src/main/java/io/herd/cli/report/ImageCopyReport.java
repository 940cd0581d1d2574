package io.herd.cli.report;

import io.herd.cli.render.Complaint;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.ImageCopies;
import io.herd.herd.ImageCopies.Result.Copied;
import io.herd.herd.ImageCopies.Result.Had;
import io.herd.herd.ImageCopies.Result.Not;
import io.herd.herd.answer.Trouble;
import io.herd.json.wire.AnswerJson;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports on an image that was to be copied to nodes. */
public final class ImageCopyReport {

    private final ImageCopies copies;
    private final List<String> lines = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();

    private ImageCopyReport(ImageCopies copies) {
        this.copies = copies;
    }

    /** Prints a line for each node that has the image now, and whence; complains of the others. */
    public static Report of(ImageCopies copies) {
        var report = new ImageCopyReport(copies);
        copies.results().forEach(report::add);
        if (copies.ids().isEmpty()) {
            report.complaints.add(ImageReport.noSuch(copies.reference(), copies.coverage()));
        } else if (copies.ids().size() > 1) {
            report.complaints.add(ImageReport.ambiguous(copies.reference(), copies.ids()));
        }
        return new Report(
                new View.Lines("results", report.lines, report.items),
                copies.coverage(),
                List.of(),
                report.complaints,
                NodeReport.exit(
                        copies.coverage(),
                        report.complaints,
                        !copies.failures().byNode().isEmpty(),
                        report.items));
    }

    private void add(NodeName node, ImageCopies.Result result) {
        switch (result) {
            case Had(String id) -> had(node, id, "", node + ": has it already");
            case Copied(var from, String id) ->
                    had(node, id, from.value(), "%s: copied from %s".formatted(node, from));
            case Not(var from, var why) ->
                    Trouble.of(why)
                            .ifPresent(trouble ->
                                    complaints.add(
                                            new Complaint(
                                                            copies.reference(),
                                                            "%s from %s to %s: %s"
                                                                    .formatted(
                                                                            copies.reference(),
                                                                            from,
                                                                            node,
                                                                            trouble))
                                                    .as(trouble.code())));
        }
    }

    private void had(NodeName node, String id, String from, String line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("Image", copies.reference());
        json.put("Id", id);
        json.put("Node", node);
        json.put("From", from);
        items.add(new Item(node.value(), AnswerJson.object(json)));
        lines.add(line);
    }
}
