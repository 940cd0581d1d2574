package io.herd.cli.shell;

import static java.io.OutputStream.nullOutputStream;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cli.command.Invocation;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Unwritten;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Printer;
import io.herd.cli.render.Report;
import io.herd.cli.render.Style;
import io.herd.cli.report.UnwrittenReport;
import io.herd.herd.answer.ErrorCode;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;

/** Prints the reports of command lines, and reports if that fails. */
public final class Out {

    private static final String OWN_COMMANDS =
            """

            In this shell 'herd' can be left out, ';', '&&' and '||' join commands, and there are also:
              help [COMMAND]               Show this, or the help of a command.
              watch [-n SECONDS] COMMAND   Repeat a command on the whole screen; q leaves.
              history                      Show the lines that can be recalled.
              clear                        Clear the screen.
              exit                         Leave the shell; so do quit and Ctrl-D.
            """;

    private final OutputStream out;
    private final OutputStream err;
    private final boolean colour;

    public Out(OutputStream out, OutputStream err, boolean colour) {
        this.out = out;
        this.err = err;
        this.colour = colour;
    }

    Out(Console console) {
        this(console.out(), console.err(), console.colour());
    }

    /**
     * Prints the report of a command line.
     *
     * @param width columns of the terminal, 0 if there is none
     * @return the exit code
     */
    int print(CommandRun ran, int width) {
        return print(ran.invocation(), ran.report(), width);
    }

    /** The same for a command that was not run by a shell. */
    public int print(Invocation invocation, Report report, int width) {
        return print(report, invocation.style(colour, width));
    }

    /** Prints herd's own help, and then the shell's. */
    int help(CommandRun ran) {
        print(ran, 0);
        return print(Report.text(OWN_COMMANDS));
    }

    int wrong(String why) {
        var complaint = new Complaint("", why, Optional.of("see 'help'")).as(ErrorCode.USAGE);
        return print(Report.failure(Exit.USAGE, complaint));
    }

    void line(String text) {
        print(Report.text(text + "\n"));
    }

    private int print(Report report) {
        return print(report, plain());
    }

    private int print(Report report, Style style) {
        var results = new Results(out);
        new Printer(buffered(results), buffered(err), style).print(report);
        return results.unwritten()
                .map(why -> told(why, report.exit()))
                .orElse(report.exit())
                .code();
    }

    /** Reports why something else could not be printed; returns the exit code. */
    int unwritten(Unwritten why) {
        return told(why, Exit.OK).code();
    }

    private Style plain() {
        return new Style(false, false, colour, 0);
    }

    private Exit told(Unwritten why, Exit unread) {
        var report = UnwrittenReport.report(why, unread);
        new Printer(buffered(nullOutputStream()), buffered(err), plain()).print(report);
        return report.exit();
    }

    // A new buffer for each report: what could not be written of one must not appear with the next.
    private static PrintStream buffered(OutputStream to) {
        return new PrintStream(new BufferedOutputStream(to, 1 << 16), false, UTF_8);
    }
}
