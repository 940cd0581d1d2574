package io.herd.cli.copy;

import io.herd.cli.archive.Left;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import java.util.ArrayList;
import java.util.List;

/** Adds what was left out of a copy to its report. */
final class CopyReport {

    private CopyReport() {}

    /** The report with a complaint for each file that was left out. */
    static Report without(List<Left> left, Report report) {
        if (left.isEmpty()) {
            return report;
        }
        var complaints = new ArrayList<>(report.complaints());
        left.forEach(it ->
                complaints.add(
                        new Complaint(
                                it.name().toString(),
                                "'%s' was left out: %s".formatted(it.name(), it.why()))));
        return new Report(
                report.view(),
                report.coverage(),
                report.notes(),
                complaints,
                report.exit().equals(Exit.OK) ? Exit.FAILED : report.exit());
    }
}
