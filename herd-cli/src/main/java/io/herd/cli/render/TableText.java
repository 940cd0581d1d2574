package io.herd.cli.render;

import io.herd.model.Legible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays out a table as lines of text: columns as wide as their widest cell, three spaces apart, as
 * docker's; two if a terminal is so narrow that it would break the lines.
 */
final class TableText {

    private static final int GAP = 3;
    private static final int NARROW_GAP = 2;
    // The least width of a column on a narrow terminal; a shorter cell would not be worth reading.
    private static final int NARROWEST = 8;

    private final List<Column> columns;
    private final List<Item> items;

    TableText(List<Column> columns, List<Item> items) {
        this.columns = columns;
        this.items = items;
    }

    List<String> lines(Style style) {
        int[] widths = widths();
        int gap = style.width() > 0 ? fit(widths, style.width()) : GAP;
        var lines = new ArrayList<String>();
        lines.add(
                line(
                        columns.stream().map(column -> new Cell(column.title())).toList(),
                        widths,
                        gap,
                        false));
        items.forEach(item -> lines.add(line(item.cells(), widths, gap, style.colour())));
        return lines;
    }

    private int[] widths() {
        return IntStream.range(0, columns.size()).map(this::width).toArray();
    }

    private int width(int column) {
        int widest =
                items.stream()
                        .mapToInt(item -> length(item.cells().get(column).shown()))
                        .max()
                        .orElse(0);
        return Math.max(widest, length(Legible.of(columns.get(column).title())));
    }

    /** Narrows columns to fit the room, and returns the gap between them. */
    private int fit(int[] widths, int room) {
        shrink(widths, room);
        return total(widths) > room ? NARROW_GAP : GAP;
    }

    private static int total(int... widths) {
        return IntStream.of(widths).sum() + GAP * (widths.length - 1);
    }

    private void shrink(int[] widths, int room) {
        int over = total(widths) - room;
        for (int give = Column.NEVER + 1; give <= Column.LAST; give++) {
            for (; over > 0 && takeOne(widths, give); over--) {}
        }
    }

    /**
     * Narrows the widest column of this rank by one, unless all are as narrow as allowed; returns
     * whether it did.
     */
    private boolean takeOne(int[] widths, int give) {
        var widest =
                IntStream.range(0, widths.length)
                        .filter(i -> columns.get(i).give() == give && widths[i] > NARROWEST)
                        .reduce((a, b) -> widths[b] > widths[a] ? b : a);
        widest.ifPresent(i -> widths[i]--);
        return widest.isPresent();
    }

    private static String line(List<Cell> cells, int[] widths, int gap, boolean colour) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var text = cut(cells.get(i).shown(), widths[i]);
            line.append(colour ? cells.get(i).tone().paint(text) : text);
            if (i < widths.length - 1) {
                line.repeat(' ', widths[i] - length(text) + gap);
            }
        }
        return line.toString();
    }

    static String cut(String text, int width) {
        return length(text) <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
