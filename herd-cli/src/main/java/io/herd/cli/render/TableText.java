package io.herd.cli.render;

import io.herd.model.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lays out a table as lines of text. */
final class TableText {

    private final List<Column> columns;
    private final List<Item> items;

    TableText(List<Column> columns, List<Item> items) {
        this.columns = columns;
        this.items = items;
    }

    List<String> lines(Style style) {
        var slots = new Slots(columns, items);
        if (style.width() > 0) {
            slots.fit(style.width());
        }
        var lines = new ArrayList<String>();
        lines.add(line(slots, Slots.Slot::heading, false));
        items.forEach(item -> lines.add(line(slots, slot -> slot.cell(item), style.colour())));
        return lines;
    }

    private static String line(Slots slots, Function<Slots.Slot, Cell> cells, boolean colour) {
        var line = new StringBuilder();
        int blanks = 0;
        for (var slot : slots.all()) {
            var cell = cells.apply(slot);
            var text = TextWidth.cut(cell.shown(), slot.width());
            line.repeat(' ', blanks).append(colour ? cell.tone().paint(text) : text);
            blanks = slot.width() - TextWidth.of(text) + slots.gap();
        }
        return line.toString();
    }
}
