package io.herd.cli.report;

import io.herd.action.Answers;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.herd.answer.Coverage;
import java.util.ArrayList;

/** Reports on what was done to the containers that fit filters. */
public final class SelectionReport {

    private SelectionReport() {}

    /**
     * The report with the nodes that did not say which containers they have: nobody knows whether
     * all was done.
     *
     * @param done on what was done to those that were found
     * @param search the nodes' answers
     */
    public static Report report(Report done, Answers search) {
        var coverage = Coverage.of(search);
        return new Report(
                done.view(),
                coverage.and(done.coverage()),
                done.notes(),
                done.complaints(),
                coverage.complete() ? done.exit() : Exit.PARTIAL);
    }

    /**
     * The same where none was found, which is no failure.
     *
     * @param done on nothing at all
     * @param wanted what was searched for, such as "fits name=web"
     */
    public static Report none(Report done, Answers search, String wanted) {
        var report = NodeReport.listed("results", done.view(), search);
        var notes = new ArrayList<String>();
        if (!report.exit().equals(Exit.FAILED)) {
            notes.add(
                    "no container %s%s"
                            .formatted(
                                    report.coverage().complete()
                                            ? ""
                                            : "of the nodes that answered ",
                                    wanted));
        }
        return new Report(
                done.view(), report.coverage(), notes, report.complaints(), report.exit());
    }
}
