package io.herd.cli.layout;

import static java.util.stream.Collectors.joining;

import io.herd.cli.layout.Datum.Text;
import java.util.List;

/** Calls functions with the values of their arguments. */
final class Calls {

    private Calls() {}

    /** The value of a function whose arguments all count; {@code index} needs its expression. */
    static Datum call(BuiltIn function, List<Datum> arguments) {
        var first = arguments.isEmpty() ? Datum.Nothing.NO_VALUE : arguments.getFirst();
        return switch (function) {
            // Evaluated one by one elsewhere.
            case AND, OR, INDEX -> first;
            case NOT -> Datum.of(!first.isTrue());
            case EQ -> Datum.of(Comparison.equalToAny(arguments));
            case NE -> Datum.of(!Comparison.equal(first, arguments.get(1)));
            case LT -> Datum.of(Comparison.order(first, arguments.get(1)) < 0);
            case LE -> Datum.of(Comparison.order(first, arguments.get(1)) <= 0);
            case GT -> Datum.of(Comparison.order(first, arguments.get(1)) > 0);
            case GE -> Datum.of(Comparison.order(first, arguments.get(1)) >= 0);
            case LEN -> Datum.of(Contents.length(first));
            case SLICE -> Contents.slice(arguments);
            case PRINT -> made(print(arguments));
            case PRINTLN ->
                    made(arguments.stream().map(GoText::shown).collect(joining(" ")) + "\n");
            case PRINTF -> made(new Printf(text(first), arguments).text());
            case HTML -> made(TextCalls.html(print(arguments)));
            case JS -> made(TextCalls.js(print(arguments)));
            case URLQUERY -> made(TextCalls.query(print(arguments)));
            case JSON -> made(GoText.json(first));
            case SPLIT -> TextCalls.split(text(first), text(arguments.get(1)));
            case JOIN -> made(TextCalls.joined(first, text(arguments.get(1))));
            case TITLE -> like(first, TextCalls.title(text(first)));
            case LOWER -> like(first, TextCalls.lower(text(first)));
            case UPPER -> like(first, TextCalls.upper(text(first)));
            case PAD -> like(first, TextCalls.padded(text(first), arguments));
            case TRUNCATE -> like(first, TextCalls.truncated(text(first), arguments.get(1)));
        };
    }

    // As Go does: blanks stand only between two that are no texts.
    private static String print(List<Datum> values) {
        var printed = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            boolean apart =
                    i > 0
                            && !(values.get(i) instanceof Text)
                            && !(values.get(i - 1) instanceof Text);
            printed.append(apart ? " " : "").append(GoText.shown(values.get(i)));
            Extent.length(printed.length());
        }
        return printed.toString();
    }

    private static Datum made(String text) {
        Extent.length(text.length());
        return new Text(text, true);
    }

    /** A text made of another, as legible as that. */
    private static Datum like(Datum of, String text) {
        return new Text(text, of instanceof Text(_, boolean own) && own);
    }

    private static String text(Datum value) {
        if (value instanceof Text(var text, _)) {
            return text;
        }
        throw new LayoutException(
                "'%s' is %s, where a text is needed"
                        .formatted(Pieces.shortened(GoText.of(value)), value.kind()));
    }
}
