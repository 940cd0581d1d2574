package io.herd.cli.layout;

/**
 * A word of an action.
 *
 * @param text without quotes, dollar sign or dot; of a character, its number
 * @param spaced whether blanks stand before it
 */
record Token(Kind kind, String text, boolean spaced) {

    enum Kind {
        DOT,
        FIELD,
        VARIABLE,
        WORD,
        STRING,
        NUMBER,
        LEFT,
        RIGHT,
        PIPE,
        COMMA,
        ASSIGN,
        DECLARE
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** Whether it is this keyword. */
    boolean is(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
