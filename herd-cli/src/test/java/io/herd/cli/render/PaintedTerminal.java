package io.herd.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal shows of what was written to it: it knows line breaks, the way back to the first
 * column, the erasing of a line's rest, and colours, and wraps what is too long.
 */
public final class PaintedTerminal {

    private final int width;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    public PaintedTerminal(int width) {
        this.width = width;
    }

    public PrintStream stream() {
        return new PrintStream(written, true, UTF_8);
    }

    public PaintedTerminal write(String text) {
        written.writeBytes(text.getBytes(UTF_8));
        return this;
    }

    public boolean isUntouched() {
        return written.size() == 0;
    }

    /** How often something was written over. */
    public long rewrites() {
        return written.toString(UTF_8).chars().filter(c -> c == '\r').count();
    }

    /** Its lines, without blanks at their ends; the cursor is in the last one. */
    public String picture() {
        var lines = new ArrayList<StringBuilder>(List.of(new StringBuilder()));
        int column = 0;
        var text = written.toString(UTF_8).replaceAll("\u001b\\[[0-9;]*m", "");
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("\u001b[K", at)) {
                lines.getLast().setLength(Math.min(column, lines.getLast().length()));
                at += 2;
            } else if (text.charAt(at) == '\r') {
                column = 0;
            } else {
                if (text.charAt(at) == '\n' || column == width) {
                    lines.add(new StringBuilder());
                    column = 0;
                }
                if (text.charAt(at) != '\n') {
                    put(lines.getLast(), column++, text.charAt(at));
                }
            }
        }
        return lines.stream().map(line -> line.toString().stripTrailing()).collect(joining("\n"));
    }

    private static void put(StringBuilder line, int column, char c) {
        line.repeat(' ', Math.max(0, column - line.length()));
        line.replace(column, Math.min(column + 1, line.length()), String.valueOf(c));
    }
}
