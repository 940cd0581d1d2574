package io.herd.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cli.flow.Console;
import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Printer;
import io.herd.cli.render.Report;
import io.herd.cli.render.Style;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;

/** Where what came of lines is printed. */
final class Out {

    private static final String OWN_COMMANDS =
            """

            In this shell 'herd' can be left out, and there are also:
              help [COMMAND]               Show this, or the help of a command.
              watch [-n SECONDS] COMMAND   Repeat a command on the whole screen; q leaves.
              exit                         Leave the shell; so do quit and Ctrl-D.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean colour;

    Out(Console console) {
        this.out = buffered(console.out());
        this.err = buffered(console.err());
        this.colour = console.colour();
    }

    private static PrintStream buffered(OutputStream to) {
        return new PrintStream(new BufferedOutputStream(to, 1 << 16), false, UTF_8);
    }

    /**
     * @param width columns of the terminal, 0 if there is none
     * @return how it ended
     */
    int print(Ran ran, int width) {
        return print(ran.report(), ran.invocation().style(colour, width));
    }

    /** Herd's own help, and then the shell's. */
    int help(Ran ran) {
        print(ran, 0);
        return print(Report.text(OWN_COMMANDS));
    }

    int wrong(String why) {
        var complaint = new Complaint("", why, Optional.of("see 'help'"));
        return print(Report.failure(Exit.USAGE, complaint));
    }

    void line(String text) {
        print(Report.text(text + "\n"));
    }

    private int print(Report report) {
        return print(report, new Style(false, false, colour, 0));
    }

    private int print(Report report, Style style) {
        new Printer(out, err, style).print(report);
        return report.exit().code();
    }
}
