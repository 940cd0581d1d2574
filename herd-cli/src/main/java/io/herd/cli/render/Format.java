package io.herd.cli.render;

import static java.util.stream.Collectors.joining;

import io.herd.cli.layout.Datum;
import io.herd.cli.layout.Layout;
import io.herd.cli.layout.LayoutException;
import io.herd.json.wire.AnswerJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A parsed {@code --format}: shows things of one kind in the user's layout. */
final class Format<T> {

    private static final String TABLE = "table";

    private final List<Field<T>> known;
    private final Layout layout;
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
        var template = table ? text.substring(TABLE.length() + 1).strip() : text;
        this.layout =
                Layout.parse(
                        text.equals("json")
                                ? "{{json .}}"
                                : template.replace("\\t", "\t").replace("\\n", "\n"));
        layout.uses(this::check);
    }

    /** Whether the text asks for the default table. */
    static boolean isUsual(String text) {
        return text.isEmpty() || text.equals(TABLE);
    }

    /**
     * The view of things in this format.
     *
     * @param item makes the thing's item for the other forms, such as JSON
     * @throws LayoutException naming a thing that cannot be shown in it, and why
     */
    View view(String key, List<T> things, Function<T, Item> item) {
        var items = things.stream().map(item).toList();
        var lines =
                IntStream.range(0, items.size())
                        .mapToObj(i -> layout.fill(new Values(things.get(i))))
                        .toList();
        return table ? table(key, lines, items) : new View.Formatted(key, lines, items);
    }

    /** Tabs end the cells of a line. */
    private View table(String key, List<String> lines, List<Item> items) {
        var titles = cells(headings());
        int columns =
                Stream.concat(Stream.of(titles), lines.stream().map(Format::cells))
                        .mapToInt(List::size)
                        .max()
                        .orElse(1);
        var rows = new ArrayList<Item>();
        for (int i = 0; i < lines.size(); i++) {
            var cells = filled(cells(lines.get(i)), columns).stream().map(Cell::formatted).toList();
            rows.add(new Item(items.get(i).id(), cells, items.get(i).json()));
        }
        var headed = filled(titles, columns).stream().map(Column::firm).toList();
        return new View.Table(key, headed, rows);
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\t", -1));
    }

    private static List<String> filled(List<String> cells, int columns) {
        var rest = IntStream.range(cells.size(), columns).mapToObj(_ -> "");
        return Stream.concat(cells.stream(), rest).toList();
    }

    // A heading is no list of names that could be split.
    private String headings() {
        try {
            return layout.headings(new Headings());
        } catch (LayoutException _) {
            return "";
        }
    }

    private void check(Layout.Use use) {
        var found = known.stream().filter(f -> f.name().equals(use.name())).findFirst();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown field '.%s': use %s"
                            .formatted(
                                    use.name(),
                                    known.stream()
                                            .map(f -> "." + f.name())
                                            .collect(joining(", "))));
        }
        if (found.get().argument() == use.argument().isEmpty()) {
            throw new IllegalArgumentException(
                    found.get().argument()
                            ? "'.%s' needs a name: write {{.%1$s \"name\"}}".formatted(use.name())
                            : "'.%s' takes no '%s': write {{.%1$s}}"
                                    .formatted(use.name(), use.argument().orElse("")));
        }
    }

    private Field<T> field(String name) {
        return known.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown field '." + name + "'"));
    }

    private final class Headings implements Datum.Named {
        @Override
        public String field(String name, String argument) {
            return argument.isEmpty() ? Format.this.field(name).heading() : argument;
        }

        @Override
        public String json() {
            return "JSON";
        }
    }

    private final class Values implements Datum.Named {
        private final T thing;

        Values(T thing) {
            this.thing = thing;
        }

        @Override
        public String field(String name, String argument) {
            return Format.this.field(name).text().apply(thing, argument);
        }

        @Override
        public String json() {
            Map<String, Object> all = new LinkedHashMap<>();
            known.stream()
                    .filter(f -> !f.argument())
                    .forEach(f -> all.put(f.name(), f.text().apply(thing, "")));
            return AnswerJson.line(all);
        }
    }
}
