package io.herd.cli.render;

import java.util.List;

/** What a command has to show. */
public sealed interface View {

    /**
     * A table.
     *
     * @param key what the items are called in JSON
     */
    record Table(String key, List<Column> columns, List<Item> items) implements View {}

    /** A line with its id for each item. */
    record Ids(String key, List<Item> items) implements View {}

    /** The JSON of all items. */
    record Documents(String key, List<Item> items) implements View {}

    /**
     * Lines that are not one for each item.
     *
     * @param items what they are in JSON
     */
    record Lines(String key, List<String> lines, List<Item> items) implements View {}

    /**
     * Lines laid out by the user, or JSON: in both nothing from outside is left that is not
     * legible.
     *
     * @param items what they are in JSON
     */
    record Formatted(String key, List<String> lines, List<Item> items) implements View {}

    /**
     * Tables and lines, one after the other.
     *
     * @param items what they are in JSON
     */
    record Sheet(String key, List<Table> tables, List<Cell> lines, List<Item> items)
            implements View {}

    /** Text as it is. */
    record Text(String text) implements View {}
}
