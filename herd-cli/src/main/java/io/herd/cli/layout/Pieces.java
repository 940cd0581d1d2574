package io.herd.cli.layout;

import java.util.ArrayList;
import java.util.List;

/** Splits a template into texts and actions; comments and trimmed blanks are gone then. */
final class Pieces {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /**
     * A piece.
     *
     * @param text as it is, or what stands between the braces
     */
    record Piece(String text, boolean action) {}

    private final String template;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;
    private boolean trim;

    private Pieces(String template) {
        this.template = template;
    }

    /**
     * Splits a template.
     *
     * @throws IllegalArgumentException naming what is not closed
     */
    static List<Piece> of(String template) {
        var split = new Pieces(template);
        for (int open = template.indexOf(OPEN);
                open >= 0;
                open = template.indexOf(OPEN, split.at)) {
            split.action(open);
        }
        split.text(template.substring(split.at), false);
        return split.pieces;
    }

    private void action(int open) {
        int from = open + OPEN.length();
        boolean trimsBefore = from + 1 < template.length() && isTrim(from, from + 1);
        text(template.substring(at, open), trimsBefore);
        from = trimsBefore ? from + 1 : from;
        int close = end(open, from);
        boolean trimsBehind = close - 2 >= from && isTrim(close - 1, close - 2);
        var inside = template.substring(from, trimsBehind ? close - 1 : close).strip();
        if (!inside.startsWith("/*")) {
            pieces.add(new Piece(inside, true));
        } else if (!inside.endsWith("*/")) {
            throw new IllegalArgumentException(
                    "'%s' is more than a comment: write it in braces of its own"
                            .formatted(shortened(inside)));
        }
        trim = trimsBehind;
        at = close + CLOSE.length();
    }

    /** Whether there is a minus, with a blank on its inner side. */
    private boolean isTrim(int minus, int blank) {
        return template.charAt(minus) == '-' && Character.isWhitespace(template.charAt(blank));
    }

    private void text(String text, boolean trimsBehind) {
        var left = trim ? text.stripLeading() : text;
        var rest = trimsBehind ? left.stripTrailing() : left;
        if (!rest.isEmpty()) {
            pieces.add(new Piece(rest, false));
        }
    }

    /** Where the action's braces close: not in what is quoted, nor in a comment. */
    private int end(int open, int from) {
        int i = from;
        if (template.substring(from).stripLeading().startsWith("/*")) {
            int comment = template.indexOf("*/", from);
            i = comment < 0 ? template.length() : comment;
        }
        while (i < template.length()) {
            if (template.startsWith(CLOSE, i)) {
                return i;
            }
            i = "\"`'".indexOf(template.charAt(i)) < 0 ? i + 1 : quoted(i);
        }
        throw new IllegalArgumentException(
                "'%s' is not closed: write '{{.Field}}'"
                        .formatted(shortened(template.substring(open))));
    }

    /** Behind the quote that closes this one, or the end. */
    private int quoted(int quote) {
        char mark = template.charAt(quote);
        for (int i = quote + 1; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == mark) {
                return i + 1;
            }
            if (c == '\\' && mark != '`') {
                i++;
            }
        }
        return template.length();
    }

    /** The beginning of what an error names. */
    static String shortened(String text) {
        int most = 60;
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }
}
