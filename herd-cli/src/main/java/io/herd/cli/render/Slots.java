package io.herd.cli.render;

import io.herd.model.Legible;
import io.herd.model.TextWidth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of a table as they are shown: as wide as their widest cell, three spaces apart, as
 * docker's; on a terminal that would break such lines two, and then each column gives way at its
 * step until the lines fit.
 */
final class Slots {

    private static final int GAP = 3;
    private static final int NARROW_GAP = 2;
    // The least width of a column that is cut; a shorter cell would not be worth reading.
    private static final int NARROWEST = 8;

    private final List<Item> items;
    private final List<Slot> slots = new ArrayList<>();
    private int gap = GAP;

    Slots(List<Column> columns, List<Item> items) {
        this.items = items;
        IntStream.range(0, columns.size())
                .forEach(place -> slots.add(new Slot(place, columns.get(place))));
    }

    /** A column that is shown. */
    final class Slot {

        private final int place;
        private final Column column;
        private boolean brief;
        private int width;

        private Slot(int place, Column column) {
            this.place = place;
            this.column = column;
            this.width = widest();
        }

        Cell heading() {
            return new Cell(column.title());
        }

        Cell cell(Item item) {
            var cell = item.cells().get(place);
            return brief ? cell.inBrief() : cell;
        }

        int width() {
            return width;
        }

        private int widest() {
            return items.stream()
                    .mapToInt(item -> TextWidth.of(cell(item).shown()))
                    .reduce(TextWidth.of(Legible.of(column.title())), Math::max);
        }

        private boolean isEmpty() {
            return items.stream().allMatch(item -> cell(item).text().isEmpty());
        }

        private void abridge() {
            brief = true;
            width = widest();
        }
    }

    List<Slot> all() {
        return slots;
    }

    int gap() {
        return gap;
    }

    void fit(int room) {
        if (over(room) > 0) {
            gap = NARROW_GAP;
        }
        if (over(room) > 0) {
            slots.removeIf(slot -> slot.column.leftOut() != Column.NEVER && slot.isEmpty());
        }
        for (int step = 1; step <= Column.LAST; step++) {
            abridge(step, room);
            cut(step, room);
            leaveOut(step, room);
        }
        grow(room);
    }

    private int over(int room) {
        return slots.stream().mapToInt(Slot::width).sum() + gap * (slots.size() - 1) - room;
    }

    private void abridge(int step, int room) {
        for (var slot : slots) {
            if (slot.column.abridged() == step && over(room) > 0) {
                slot.abridge();
            }
        }
    }

    // The widest by one, until it is enough or all are as narrow as they may be.
    private void cut(int step, int room) {
        for (int excess = over(room); excess > 0; excess--) {
            slots.stream()
                    .filter(slot -> slot.column.cut() == step && slot.width > NARROWEST)
                    .max(Comparator.comparingInt(Slot::width))
                    .ifPresent(slot -> slot.width--);
        }
    }

    private void leaveOut(int step, int room) {
        for (var slot : List.copyOf(slots)) {
            if (slot.column.leftOut() == step && over(room) > 0) {
                slots.remove(slot);
            }
        }
    }

    // What is left over where a whole column went is for those that were cut before.
    private void grow(int room) {
        for (var slot : slots) {
            slot.width += Math.clamp(slot.widest() - slot.width, 0, Math.max(0, -over(room)));
        }
    }
}
