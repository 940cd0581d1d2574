package io.herd.cli.layout;

import static java.util.stream.Collectors.joining;

import io.herd.model.Legible;
import java.util.TreeMap;

/** Values as Go prints them: {@code map[a:1 b:[2 3]]}. */
final class GoText {

    private GoText() {}

    /** The text of a value, as it came. */
    static String of(Datum value) {
        return switch (value) {
            case Datum.Text(var text, _) -> text;
            case Datum.Whole(var number) -> number.toString();
            case Datum.Fraction(double number) -> Numerals.text(number);
            case Datum.Flag(boolean on) -> Boolean.toString(on);
            case Datum.Nothing(var shown) -> shown;
            case Datum.Elements(var elements) ->
                    elements.stream().map(GoText::of).collect(joining(" ", "[", "]"));
            case Datum.Members(_, var members) ->
                    new TreeMap<>(members)
                            .entrySet().stream()
                                    .map(it -> it.getKey() + ":" + of(it.getValue()))
                                    .collect(joining(" ", "map[", "]"));
            case Datum.Thing(var named) -> named.json();
        };
    }

    /** The text of a value as it may be printed: what came from outside is one legible line. */
    static String shown(Datum value) {
        return value instanceof Datum.Text(var text, boolean own) && own
                ? text
                : Legible.of(of(value));
    }

    /** The value on a line as JSON, legible. */
    static String json(Datum value) {
        return Legible.json(JsonText.of(value));
    }
}
