package io.herd.cli.render;

import io.herd.json.DocumentValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A template for one JSON document: the part of Go's templates that is used with {@code docker
 * inspect --format}.
 */
record DocumentTemplate(List<Part> parts) {

    private static final String RANGE = "range";
    private static final String END = "end";

    sealed interface Part {}

    record Text(String text) implements Part {}

    record Filled(Expression expression) implements Part {}

    /** What is repeated for each element of a value. */
    record Range(Expression over, DocumentTemplate each) implements Part {}

    /**
     * Parses a template.
     *
     * @throws IllegalArgumentException naming what cannot be understood
     */
    static DocumentTemplate parse(String text) {
        var pieces = pieces(text);
        var template = parts(pieces, false);
        if (!pieces.isEmpty()) {
            throw new IllegalArgumentException("'{{end}}' ends nothing: leave it out");
        }
        return template;
    }

    /** Texts and actions, in turns. */
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                throw new IllegalArgumentException(
                        "'%s' is not closed: write '{{.Field}}'".formatted(text.substring(open)));
            }
            pieces.add(text.substring(at, open));
            pieces.add(text.substring(open + 2, close));
            at = close + 2;
        }
        pieces.add(text.substring(at));
        return pieces;
    }

    /** Takes pieces up to the end, or to the one that ends a range. */
    private static DocumentTemplate parts(List<String> pieces, boolean inside) {
        var parts = new ArrayList<Part>();
        while (!pieces.isEmpty()) {
            parts.add(new Text(pieces.removeFirst()));
            if (pieces.isEmpty()) {
                break;
            }
            var action = pieces.getFirst().strip();
            if (action.equals(END)) {
                if (inside) {
                    pieces.removeFirst();
                }
                return new DocumentTemplate(parts);
            }
            pieces.removeFirst();
            parts.add(
                    action.startsWith(RANGE + " ")
                            ? new Range(ExpressionParser.range(action), parts(pieces, true))
                            : new Filled(ExpressionParser.parse(action)));
        }
        if (inside) {
            throw new IllegalArgumentException(
                    "'{{range …}}' is not ended: write {{end}} behind it");
        }
        return new DocumentTemplate(parts);
    }

    /** Fills the template for a document. */
    String fill(DocumentValue document) throws Expression.AbsentException {
        var filled = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Text(String text) -> filled.append(text);
                case Filled(var expression) -> filled.append(expression.text(document));
                case Range(var over, var each) -> {
                    for (var element : over.value(document).elements()) {
                        filled.append(each.fill(element));
                    }
                }
            }
        }
        return filled.toString();
    }
}
