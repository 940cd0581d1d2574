package io.herd.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.action.Streaming.Window;
import io.herd.model.TextWidth;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints reports one after the other; at a terminal each replaces the one before. */
public final class LivePicture {

    private static final String ERASE_REST_OF_LINE = "\u001b[K";
    private static final String ERASE_SCREEN = "\u001b[H\u001b[2J";
    private static final String ERASE_ALL_BELOW = "\u001b[J";

    private final Style style;
    private int shown;
    private int columns;

    public LivePicture(Style style) {
        this.style = style;
    }

    /** The result alone, for an output on which nothing can be overwritten. */
    public String plain(Report report) {
        return printed(report, OutputStream.nullOutputStream(), style);
    }

    /**
     * The whole report, with the escape sequences that paint it over the last one; the cursor must
     * be at the beginning of the line behind that. Lines that do not fit are counted.
     *
     * @param window of the terminal; what is 0 is unknown
     */
    public String over(Report report, Window window) {
        var aside = new ByteArrayOutputStream();
        var shape = style.wide(window.columns());
        var lines = (printed(report, aside, shape) + aside.toString(UTF_8)).lines().toList();
        // One row is for the cursor.
        var picture = fitting(lines, Math.max(2, window.rows() - 1));
        var text = new StringBuilder(back(window.columns()));
        picture.forEach(line ->
                text.append(cut(line, window.columns())).append(ERASE_REST_OF_LINE).append('\n'));
        shown = picture.size();
        columns = window.columns();
        return text.append(ERASE_ALL_BELOW).toString();
    }

    // Some terminals break the lines anew that have become too long, and others do not: nobody
    // knows how many there are now.
    private String back(int now) {
        if (shown > 0 && now < columns) {
            return ERASE_SCREEN;
        }
        return shown > 0 ? "\u001b[" + shown + 'A' : "";
    }

    private static String cut(String line, int columns) {
        return columns > 0 ? TextWidth.cut(line, columns) : line;
    }

    private static List<String> fitting(List<String> lines, int room) {
        if (lines.size() <= room) {
            return lines;
        }
        var shown = new ArrayList<>(lines.subList(0, room - 1));
        shown.add("… and %d more lines".formatted(lines.size() - shown.size()));
        return shown;
    }

    private static String printed(Report report, OutputStream aside, Style style) {
        var out = new ByteArrayOutputStream();
        new Printer(new PrintStream(out, false, UTF_8), new PrintStream(aside, false, UTF_8), style)
                .print(report);
        return out.toString(UTF_8);
    }
}
