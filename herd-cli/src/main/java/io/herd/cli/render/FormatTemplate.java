package io.herd.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A template with fields: the part of Go's templates that is used with docker's {@code --format}.
 */
record FormatTemplate(List<Part> parts) {

    private static final Pattern ACTION =
            Pattern.compile("\\s*(json\\s+)?\\.([A-Za-z]*)(?:\\s+(?:\"([^\"]*)\"|`([^`]*)`))?\\s*");

    sealed interface Part {}

    record Text(String text) implements Part {}

    /**
     * @param name empty for the whole thing
     * @param argument behind the name, empty if there is none
     */
    record Field(String name, String argument, boolean json) implements Part {}

    /** Gives the values of the fields. */
    interface Source {
        String text(Field field);

        String json(Field field);
    }

    /**
     * Parses a template.
     *
     * @throws IllegalArgumentException naming what cannot be understood
     */
    static FormatTemplate parse(String template) {
        var text = template.replace("\\t", "\t").replace("\\n", "\n");
        var parts = new ArrayList<Part>();
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                throw new IllegalArgumentException(
                        "'%s' is not closed: write '{{.Field}}'".formatted(text.substring(open)));
            }
            add(parts, text.substring(at, open));
            parts.add(field(text.substring(open + 2, close)));
            at = close + 2;
        }
        add(parts, text.substring(at));
        return new FormatTemplate(List.copyOf(parts));
    }

    List<Field> fields() {
        return parts.stream().filter(Field.class::isInstance).map(Field.class::cast).toList();
    }

    String fill(Source source) {
        var filled = new StringBuilder();
        for (var part : parts) {
            filled.append(
                    switch (part) {
                        case Text(String text) -> text;
                        case Field field -> field.json() ? source.json(field) : source.text(field);
                    });
        }
        return filled.toString();
    }

    private static void add(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Text(text));
        }
    }

    private static Field field(String action) {
        var match = ACTION.matcher(action);
        if (!match.matches() || (match.group(2).isEmpty() && match.group(1) == null)) {
            throw new IllegalArgumentException(
                    "'{{%s}}' cannot be understood: use {{.Field}}, {{json .}} or {{.Label \"name\"}}"
                            .formatted(action));
        }
        var argument = match.group(3) == null ? match.group(4) : match.group(3);
        return new Field(match.group(2), argument == null ? "" : argument, match.group(1) != null);
    }
}
