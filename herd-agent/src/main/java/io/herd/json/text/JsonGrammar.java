package io.herd.json.text;

import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks that a text is JSON by the grammar of RFC 8259, and reports the place of a mistake. Gson's
 * strict reader is not enough: it accepts control characters in strings it skips, says only
 * "malformed" for most mistakes, and its column is sometimes before the mistake and sometimes after
 * it.
 */
final class JsonGrammar {

    /** Gson reads at most 255 levels; documents are later nested in answers and lists. */
    private static final int MAX_DEPTH = 200;

    private static final int END = -1;

    private final String text;
    private int at;
    private int depth;

    JsonGrammar(String text) {
        this.text = text;
    }

    /** The position after the closing quote of the string that starts here, in a checked text. */
    static int endOfString(String text, int start) {
        int at = start + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    void check() throws MalformedJsonException {
        value();
        blanks();
        if (at < text.length()) {
            throw wrong("unexpected %s after the end of the document".formatted(found()));
        }
    }

    private void value() throws MalformedJsonException {
        blanks();
        switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw wrong("expected a value, found " + found());
        }
    }

    private void object() throws MalformedJsonException {
        enter();
        if (!skip('}')) {
            var names = new HashSet<String>();
            do {
                name(names);
                if (!skip(':')) {
                    throw wrong("expected ':', found " + found());
                }
                value();
            } while (skip(','));
            close('}');
        }
        depth--;
    }

    private void name(Set<String> names) throws MalformedJsonException {
        blanks();
        if (next() != '"') {
            throw wrong("expected a name in double quotes, found " + found());
        }
        int start = at;
        string();
        if (!names.add(unquoted(start, at))) {
            var quoted = text.substring(start, at);
            at = start;
            throw wrong("the name %s appears twice".formatted(quoted));
        }
    }

    private String unquoted(int start, int end) {
        var inside = text.substring(start + 1, end - 1);
        return inside.indexOf('\\') < 0
                ? inside
                : JsonParser.parseString(text.substring(start, end)).getAsString();
    }

    private void array() throws MalformedJsonException {
        enter();
        if (!skip(']')) {
            do {
                value();
            } while (skip(','));
            close(']');
        }
        depth--;
    }

    private void enter() throws MalformedJsonException {
        if (++depth > MAX_DEPTH) {
            throw wrong("nested more than %d deep".formatted(MAX_DEPTH));
        }
        at++;
    }

    private void close(char bracket) throws MalformedJsonException {
        if (!skip(bracket)) {
            throw wrong("expected ',' or '%c', found %s".formatted(bracket, found()));
        }
    }

    private void string() throws MalformedJsonException {
        int start = at++;
        while (next() != '"') {
            if (next() == END || next() == '\n') {
                at = start;
                throw wrong("this string is not closed");
            }
            if (next() < ' ') {
                throw wrong("control character in a string, write it as \\u%04x".formatted(next()));
            }
            if (next() == '\\') {
                escape();
            } else {
                at++;
            }
        }
        at++;
    }

    private void escape() throws MalformedJsonException {
        int digits = text.startsWith("\\u", at) ? 4 : 0;
        boolean known = at + 1 < text.length() && "\"\\/bfnrtu".indexOf(text.charAt(at + 1)) >= 0;
        for (int i = 0; i < digits; i++) {
            known &= at + 2 + i < text.length() && isHex(text.charAt(at + 2 + i));
        }
        if (!known) {
            throw wrong("unknown escape in a string");
        }
        at += 2 + digits;
    }

    private static boolean isHex(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }

    private void word(String word) throws MalformedJsonException {
        if (!text.startsWith(word, at)) {
            throw wrong("expected a value, found " + found());
        }
        at += word.length();
    }

    private void number() throws MalformedJsonException {
        if (next() == '-') {
            at++;
        }
        if (next() == '0') {
            at++;
        } else {
            digits();
        }
        if (next() == '.') {
            at++;
            digits();
        }
        if (next() == 'e' || next() == 'E') {
            at++;
            if (next() == '+' || next() == '-') {
                at++;
            }
            digits();
        }
    }

    private void digits() throws MalformedJsonException {
        if (next() < '0' || next() > '9') {
            throw wrong("expected a digit, found " + found());
        }
        while (next() >= '0' && next() <= '9') {
            at++;
        }
    }

    private void blanks() {
        while (next() == ' ' || next() == '\t' || next() == '\n' || next() == '\r') {
            at++;
        }
    }

    private boolean skip(char wanted) {
        blanks();
        boolean there = next() == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private int next() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private String found() {
        if (at >= text.length()) {
            return "the end of the text";
        }
        int c = text.codePointAt(at);
        return c > ' ' && c < 127 ? "'%c'".formatted(c) : "U+%04X".formatted(c);
    }

    private MalformedJsonException wrong(String reason) {
        var before = text.substring(0, at);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int start = before.lastIndexOf('\n') + 1;
        return new MalformedJsonException(line, 1 + text.codePointCount(start, at), reason);
    }
}
