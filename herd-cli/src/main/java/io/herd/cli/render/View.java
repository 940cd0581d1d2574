package io.herd.cli.render;

import java.util.List;

/** The result of a command as data, which the printer turns into text. */
public sealed interface View {

    /**
     * A table.
     *
     * @param key what the items are called in JSON
     */
    record Table(String key, List<Column> columns, List<Item> items) implements View {}

    /** One id a line. */
    record Ids(String key, List<Item> items) implements View {}

    /** The JSON of all items, as one array. */
    record Documents(String key, List<Item> items) implements View {}

    /**
     * Lines that do not match the items one to one.
     *
     * @param items the result in JSON
     */
    record Lines(String key, List<String> lines, List<Item> items) implements View {}

    /**
     * Lines laid out by the user's format, or JSON: what came from outside is made legible already
     * in both.
     *
     * @param items the result in JSON
     */
    record Formatted(String key, List<String> lines, List<Item> items) implements View {}

    /**
     * Tables and lines, one after the other.
     *
     * @param items the result in JSON
     */
    record Sheet(String key, List<Table> tables, List<Cell> lines, List<Item> items)
            implements View {}

    /** Nothing: the command came to no result. In JSON, the reason is in {@code errors}. */
    record Nothing() implements View {}

    /** Text as it is. */
    record Text(String text) implements View {}
}
