package io.herd.cli.render;

import io.herd.cli.layout.Layout;
import io.herd.cli.layout.LayoutException;
import java.util.ArrayList;
import java.util.Optional;

/** A parsed {@code --format} of {@code inspect}: lays out each document of a report. */
public final class DocumentFormat {

    private final Layout layout;

    private DocumentFormat(Layout layout) {
        this.layout = layout;
    }

    /**
     * Parses a format.
     *
     * @param text {@code json}, or a template
     * @throws IllegalArgumentException naming what cannot be understood
     */
    public static DocumentFormat parse(String text) {
        return new DocumentFormat(Layout.parse(text.equals("json") ? "{{json .}}" : text));
    }

    /** The same report with a line for each document; who does not have what is named is named. */
    public Report of(Report report) {
        if (!(report.view() instanceof View.Documents(String key, var items))) {
            return report;
        }
        var lines = new ArrayList<String>();
        var complaints = new ArrayList<>(report.complaints());
        for (var item : items) {
            try {
                lines.add(layout.fill(item.json()));
            } catch (LayoutException e) {
                complaints.add(
                        new Complaint(
                                item.id(),
                                item.id() + ": " + e.getMessage(),
                                Optional.of("see what there is without --format")));
            }
        }
        boolean absent = lines.size() < items.size();
        return new Report(
                new View.Formatted(key, lines, items),
                report.coverage(),
                report.notes(),
                complaints,
                absent && report.exit().equals(Exit.OK) ? Exit.FAILED : report.exit());
    }
}
