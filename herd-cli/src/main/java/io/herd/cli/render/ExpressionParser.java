package io.herd.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parses one action of a {@link DocumentTemplate}. */
final class ExpressionParser {

    // A path, a quoted key, a number, a function, a parenthesis.
    private static final Pattern WORD =
            Pattern.compile(
                    "\\s*((?:\\.[A-Za-z_]\\w*)+|\\.|\"[^\"\\\\]*\"|`[^`]*`|[0-9]{1,9}|[a-z]+|[()])");

    private final String action;
    private final List<String> words = new ArrayList<>();
    private int next;

    private ExpressionParser(String action) {
        this.action = action;
        var word = WORD.matcher(action);
        int end = 0;
        while (word.find(end) && word.start() == end) {
            words.add(word.group(1));
            end = word.end();
        }
        if (!action.substring(end).isBlank()) {
            throw unknown();
        }
    }

    /**
     * Parses what stands between the braces.
     *
     * @throws IllegalArgumentException naming what cannot be understood
     */
    static Expression parse(String action) {
        return whole(new ExpressionParser(action));
    }

    /** Parses {@code range EXPRESSION}, likewise. */
    static Expression range(String action) {
        var parser = new ExpressionParser(action);
        parser.take();
        return whole(parser);
    }

    private static Expression whole(ExpressionParser parser) {
        var parsed = parser.call();
        if (parser.next < parser.words.size()) {
            throw parser.unknown();
        }
        return parsed;
    }

    private Expression call() {
        var function = take();
        return switch (function) {
            case "json" -> new Expression.Json(operand(take()));
            case "len" -> new Expression.Length(operand(take()));
            case "index" -> {
                var of = operand(take());
                yield new Expression.Index(of, keys());
            }
            default -> operand(function);
        };
    }

    private List<String> keys() {
        var keys = new ArrayList<String>();
        while (next < words.size() && words.get(next).matches("(?s)[\"`].*|[0-9]+")) {
            var key = take();
            keys.add(key.matches("[0-9]+") ? key : key.substring(1, key.length() - 1));
        }
        if (keys.isEmpty()) {
            throw unknown();
        }
        return keys;
    }

    private Expression operand(String word) {
        if (word.startsWith(".")) {
            return path(new Expression.Here(), word);
        }
        if (!word.equals("(")) {
            throw unknown();
        }
        var inside = call();
        if (!take().equals(")")) {
            throw unknown();
        }
        boolean goesOn = next < words.size() && words.get(next).matches("\\..+");
        return goesOn ? path(inside, take()) : inside;
    }

    private static Expression path(Expression from, String path) {
        var at = from;
        for (var name : path.substring(1).split("\\.", -1)) {
            at = name.isEmpty() ? at : new Expression.Named(at, name);
        }
        return at;
    }

    private String take() {
        if (next == words.size()) {
            throw unknown();
        }
        return words.get(next++);
    }

    private IllegalArgumentException unknown() {
        return new IllegalArgumentException(
                "'{{%s}}' cannot be understood: use {{.Field.Field}}, {{json .Field}}, {{index .Field \"key\"}}, {{len .Field}} or {{range .Field}}…{{end}}"
                        .formatted(action));
    }
}
