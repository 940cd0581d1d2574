package io.herd.cli.render;

import static java.util.stream.Collectors.joining;

import io.herd.json.wire.AnswerJson;
import io.herd.model.Legible;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A parsed {@code --format}: shows things of one kind in the user's layout. */
final class Format<T> {

    private static final String TABLE = "table";

    private final List<Field<T>> known;
    private final List<FormatTemplate> cells;
    private final boolean table;

    /**
     * Parses a format.
     *
     * @param text a template, {@code table} and a template, or {@code json}
     * @param known all fields that a thing has
     * @throws IllegalArgumentException naming what cannot be understood, and the known fields
     */
    Format(String text, List<Field<T>> known) {
        this.known = known;
        this.table = text.startsWith(TABLE + " ");
        var template = table ? text.substring(TABLE.length() + 1) : text;
        this.cells =
                (table
                                ? Arrays.stream(template.replace("\\t", "\t").split("\t", -1))
                                : Arrays.stream(
                                        new String[] {
                                            text.equals("json") ? "{{json .}}" : template
                                        }))
                        .map(FormatTemplate::parse)
                        .toList();
        cells.stream().flatMap(cell -> cell.fields().stream()).forEach(this::check);
    }

    /** Whether the text asks for the default table. */
    static boolean isUsual(String text) {
        return text.isEmpty() || text.equals(TABLE);
    }

    /**
     * The view of things in this format.
     *
     * @param item makes the thing's item for the other forms, such as JSON
     */
    View view(String key, List<T> things, Function<T, Item> item) {
        var items = things.stream().map(thing -> item(thing, item.apply(thing))).toList();
        if (!table) {
            var lines = items.stream().map(i -> i.cells().getFirst().shown()).toList();
            return new View.Formatted(key, lines, items);
        }
        var columns = cells.stream().map(cell -> Column.firm(cell.fill(new Headings()))).toList();
        return new View.Table(key, columns, items);
    }

    private Item item(T thing, Item usual) {
        var texts =
                cells.stream().map(cell -> Cell.formatted(cell.fill(new Texts(thing)))).toList();
        return new Item(usual.id(), texts, usual.json());
    }

    private void check(FormatTemplate.Field field) {
        if (field.name().isEmpty()) {
            return;
        }
        var found = known.stream().filter(f -> f.name().equals(field.name())).findFirst();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown field '.%s': use %s"
                            .formatted(
                                    field.name(),
                                    known.stream()
                                            .map(f -> "." + f.name())
                                            .collect(joining(", "))));
        }
        if (found.get().argument() == field.argument().isEmpty()) {
            throw new IllegalArgumentException(
                    found.get().argument()
                            ? "'.%s' needs a name: write {{.%1$s \"name\"}}".formatted(field.name())
                            : "'.%s' takes no '%s': write {{.%1$s}}"
                                    .formatted(field.name(), field.argument()));
        }
    }

    private Field<T> field(FormatTemplate.Field field) {
        return known.stream().filter(f -> f.name().equals(field.name())).findFirst().orElseThrow();
    }

    private final class Headings implements FormatTemplate.Source {
        @Override
        public String text(FormatTemplate.Field field) {
            return field.argument().isEmpty()
                    ? Format.this.field(field).heading()
                    : field.argument();
        }

        @Override
        public String json(FormatTemplate.Field field) {
            return field.name().isEmpty() ? "JSON" : text(field);
        }
    }

    private final class Texts implements FormatTemplate.Source {
        private final T thing;

        Texts(T thing) {
            this.thing = thing;
        }

        @Override
        public String text(FormatTemplate.Field field) {
            return Legible.of(value(field));
        }

        @Override
        public String json(FormatTemplate.Field field) {
            if (!field.name().isEmpty()) {
                return AnswerJson.quoted(value(field));
            }
            Map<String, Object> all = new LinkedHashMap<>();
            known.stream()
                    .filter(f -> !f.argument())
                    .forEach(f -> all.put(f.name(), f.text().apply(thing, "")));
            return AnswerJson.line(all);
        }

        private String value(FormatTemplate.Field field) {
            return Format.this.field(field).text().apply(thing, field.argument());
        }
    }
}
