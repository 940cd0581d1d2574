package io.herd.cli.report;

import io.herd.cli.flow.Unwritten;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;

/** Reports that results could not be written. */
public final class UnwrittenReport {

    private UnwrittenReport() {}

    /**
     * @param unread the exit code if the reader did not want the rest
     */
    public static Report report(Unwritten why, Exit unread) {
        return switch (why) {
            case Unwritten.Unread _ -> Report.text("").with(unread);
            case Unwritten.Lost(var said) ->
                    // Nor could it be said in JSON.
                    Report.failure(Exit.FAILED, new Complaint("", "cannot write: " + said))
                            .with(new View.Text(""));
        };
    }
}
