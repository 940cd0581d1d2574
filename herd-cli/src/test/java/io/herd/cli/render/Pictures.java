package io.herd.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.herd.answer.Coverage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What a user would see. */
public final class Pictures {

    private Pictures() {}

    static String of(View view, Style style) {
        return of(Report.of(view, Coverage.none()), style).out();
    }

    public static Printed of(Report report, Style style) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        new Printer(new PrintStream(out, false, UTF_8), new PrintStream(err, false, UTF_8), style)
                .print(report);
        return new Printed(out.toString(UTF_8), err.toString(UTF_8), report.exit().code());
    }

    /** Both streams and the exit code. */
    public record Printed(String out, String err, int exit) {}
}
