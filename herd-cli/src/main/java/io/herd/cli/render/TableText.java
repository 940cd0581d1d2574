package io.herd.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as lines of text: columns as wide as their widest cell, three spaces apart, as docker's.
 */
final class TableText {

    private static final String GAP = "   ";
    // What a cell must keep to be worth reading when a narrow terminal makes the widest ones give
    // way.
    private static final int NARROWEST = 8;

    private final List<Column> columns;
    private final List<Item> items;

    TableText(List<Column> columns, List<Item> items) {
        this.columns = columns;
        this.items = items;
    }

    List<String> lines(Style style) {
        int[] widths = widths();
        if (style.width() > 0) {
            shrink(widths, style.width());
        }
        var lines = new ArrayList<String>();
        lines.add(
                line(
                        columns.stream().map(column -> new Cell(column.title())).toList(),
                        widths,
                        false));
        items.forEach(item -> lines.add(line(item.cells(), widths, style.colour())));
        return lines;
    }

    private int[] widths() {
        return IntStream.range(0, columns.size()).map(this::width).toArray();
    }

    private int width(int column) {
        int widest =
                items.stream()
                        .mapToInt(item -> length(item.cells().get(column).text()))
                        .max()
                        .orElse(0);
        return Math.max(widest, columns.get(column).title().length());
    }

    private void shrink(int[] widths, int room) {
        int over = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - room;
        for (int give = Column.NEVER + 1; give <= Column.LAST; give++) {
            for (; over > 0 && takeOne(widths, give); over--) {}
        }
    }

    /** Makes the widest of these columns one narrower, unless all are as narrow as may be. */
    private boolean takeOne(int[] widths, int give) {
        var widest =
                IntStream.range(0, widths.length)
                        .filter(i -> columns.get(i).give() == give && widths[i] > NARROWEST)
                        .reduce((a, b) -> widths[b] > widths[a] ? b : a);
        widest.ifPresent(i -> widths[i]--);
        return widest.isPresent();
    }

    private static String line(List<Cell> cells, int[] widths, boolean colour) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var text = cut(cells.get(i).text(), widths[i]);
            line.append(colour ? cells.get(i).tone().paint(text) : text);
            if (i < widths.length - 1) {
                line.repeat(' ', widths[i] - length(text)).append(GAP);
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
