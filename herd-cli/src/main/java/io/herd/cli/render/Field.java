package io.herd.cli.render;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A field that a {@code --format} template can name.
 *
 * @param heading its heading in a {@code table} format
 * @param text makes its text of the thing and the argument behind the field's name
 * @param argument whether the field's name needs an argument
 */
record Field<T>(String name, String heading, BiFunction<T, String, String> text, boolean argument) {

    static <T> Field<T> of(String name, String heading, Function<T, String> text) {
        return new Field<>(name, heading, (thing, _) -> text.apply(thing), false);
    }

    /** All labels of a thing. */
    static <T> Field<T> labels(Function<T, Map<String, String>> labels) {
        return of("Labels", "LABELS", thing -> labels(labels.apply(thing)));
    }

    /** One label of a thing, by its name. */
    static <T> Field<T> label(Function<T, Map<String, String>> labels) {
        return new Field<>(
                "Label",
                "LABEL",
                (thing, name) -> labels.apply(thing).getOrDefault(name, ""),
                true);
    }

    /** Labels as docker prints them. */
    static String labels(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(joining(","));
    }
}
