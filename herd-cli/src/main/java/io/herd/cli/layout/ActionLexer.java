package io.herd.cli.layout;

import io.herd.cli.layout.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits what stands between the braces into words. */
final class ActionLexer {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?(0[xX][0-9a-fA-F_]+|[0-9][0-9_]*(\\.[0-9_]*)?([eE][+-]?[0-9]+)?)");
    private static final String MARKS = "()|,=";
    private static final List<Kind> MARKED =
            List.of(Kind.LEFT, Kind.RIGHT, Kind.PIPE, Kind.COMMA, Kind.ASSIGN);

    private final String action;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private ActionLexer(String action) {
        this.action = action;
    }

    /**
     * The words of an action.
     *
     * @throws IllegalArgumentException saying what is no word
     */
    static List<Token> tokens(String action) {
        var lexer = new ActionLexer(action);
        while (lexer.at < action.length()) {
            int from = lexer.at;
            while (lexer.at < action.length() && Character.isWhitespace(action.charAt(lexer.at))) {
                lexer.at++;
            }
            if (lexer.at < action.length()) {
                lexer.token(lexer.at > from);
            }
        }
        return lexer.tokens;
    }

    private void token(boolean spaced) {
        char c = action.charAt(at);
        if (action.startsWith(":=", at)) {
            at += 2;
            tokens.add(new Token(Kind.DECLARE, ":=", spaced));
        } else if (MARKS.indexOf(c) >= 0) {
            at++;
            tokens.add(new Token(MARKED.get(MARKS.indexOf(c)), String.valueOf(c), spaced));
        } else {
            tokens.add(
                    switch (c) {
                        case '.' -> dot(spaced);
                        case '$' -> new Token(Kind.VARIABLE, name(at + 1), spaced);
                        case '"', '\'', '`' -> quoted(c, spaced);
                        default -> word(spaced);
                    });
        }
    }

    private Token dot(boolean spaced) {
        var name = name(at + 1);
        return new Token(name.isEmpty() ? Kind.DOT : Kind.FIELD, name, spaced);
    }

    /** Takes the name that may begin there. */
    private String name(int from) {
        var name = NAME.matcher(action).region(from, action.length());
        at = name.lookingAt() ? name.end() : from;
        return action.substring(from, at);
    }

    private Token word(boolean spaced) {
        var number = NUMBER.matcher(action).region(at, action.length());
        if (number.lookingAt()) {
            at = number.end();
            return new Token(Kind.NUMBER, number.group(), spaced);
        }
        int from = at;
        var name = name(at);
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' means nothing there"
                            .formatted(Character.toString(action.codePointAt(from))));
        }
        return new Token(Kind.WORD, name, spaced);
    }

    private Token quoted(char mark, boolean spaced) {
        int from = at + 1;
        int end = from;
        while (end < action.length() && action.charAt(end) != mark) {
            end += action.charAt(end) == '\\' && mark != '`' ? 2 : 1;
        }
        if (end >= action.length()) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        at = end + 1;
        var inside = action.substring(from, end);
        var text = mark == '`' ? inside : Quoting.unquoted(inside);
        if (mark != '\'') {
            return new Token(Kind.STRING, text, spaced);
        }
        if (text.codePointCount(0, text.length()) != 1) {
            throw new IllegalArgumentException(
                    "'%s' is not one character: write \"%1$s\"".formatted(inside));
        }
        return new Token(Kind.NUMBER, Integer.toString(text.codePointAt(0)), spaced);
    }
}
