package io.herd.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints reports one after the other; at a terminal each replaces the one before. */
public final class LivePicture {

    private static final String ERASE_REST_OF_LINE = "\u001b[K";
    private static final String ERASE_ALL_BELOW = "\u001b[J";

    private final Style style;
    private int shown;

    public LivePicture(Style style) {
        this.style = style;
    }

    /** The result alone, for an output on which nothing can be overwritten. */
    public String plain(Report report) {
        return printed(report, OutputStream.nullOutputStream());
    }

    /**
     * The whole report, with the escape sequences that paint it over the last one; the cursor must
     * be at the beginning of the line behind that. Lines that do not fit are counted.
     *
     * @param rows of the terminal
     */
    public String over(Report report, int rows) {
        var aside = new ByteArrayOutputStream();
        var lines = (printed(report, aside) + aside.toString(UTF_8)).lines().toList();
        // One row is for the cursor.
        var picture = fitting(lines, Math.max(2, rows - 1));
        var text = new StringBuilder();
        if (shown > 0) {
            text.append("\u001b[").append(shown).append('A');
        }
        picture.forEach(line -> text.append(cut(line)).append(ERASE_REST_OF_LINE).append('\n'));
        shown = picture.size();
        return text.append(ERASE_ALL_BELOW).toString();
    }

    private String cut(String line) {
        return style.width() > 0 ? TableText.cut(line, style.width()) : line;
    }

    private static List<String> fitting(List<String> lines, int room) {
        if (lines.size() <= room) {
            return lines;
        }
        var shown = new ArrayList<>(lines.subList(0, room - 1));
        shown.add("… and %d more lines".formatted(lines.size() - shown.size()));
        return shown;
    }

    private String printed(Report report, OutputStream aside) {
        var out = new ByteArrayOutputStream();
        new Printer(new PrintStream(out, false, UTF_8), new PrintStream(aside, false, UTF_8), style)
                .print(report);
        return out.toString(UTF_8);
    }
}
