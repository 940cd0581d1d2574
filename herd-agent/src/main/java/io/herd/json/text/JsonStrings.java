package io.herd.json.text;

import com.google.gson.JsonParser;
import io.herd.model.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists and replaces the string values in a JSON document; names of fields are left alone. */
public final class JsonStrings {

    private JsonStrings() {}

    /** All string values, in their order. */
    public static List<String> of(RawJson document) {
        var strings = new ArrayList<String>();
        replace(
                document,
                string -> {
                    strings.add(string);
                    return string;
                });
        return strings;
    }

    /**
     * Replaces string values and nothing else: unchanged strings, and everything between them, stay
     * exactly as they are written.
     */
    public static RawJson replace(RawJson document, UnaryOperator<String> change) {
        var text = document.text();
        var changed = new StringBuilder(text.length());
        int copied = 0;
        for (int start = text.indexOf('"'); start >= 0; ) {
            int end = JsonGrammar.endOfString(text, start);
            if (!isName(text, end)) {
                var written = text.substring(start, end);
                var old = JsonParser.parseString(written).getAsString();
                var now = change.apply(old);
                changed.append(text, copied, start).append(now.equals(old) ? written : quoted(now));
                copied = end;
            }
            start = text.indexOf('"', end);
        }
        return new RawJson(changed.append(text, copied, text.length()).toString());
    }

    /** Whether the string that ends here is the name of a field. */
    static boolean isName(String text, int end) {
        int next = end;
        while (next < text.length() && text.charAt(next) <= ' ') {
            next++;
        }
        return next < text.length() && text.charAt(next) == ':';
    }

    private static String quoted(String value) {
        var quoted = new StringBuilder("\"");
        value.codePoints()
                .forEach(c -> {
                    if (c == '"' || c == '\\') {
                        quoted.append('\\').appendCodePoint(c);
                    } else if (c < ' ' || isHalf(c)) {
                        quoted.append("\\u%04x".formatted(c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                });
        return quoted.append('"').toString();
    }

    // Half a surrogate pair has no UTF-8 form: unescaped it would arrive as '?'.
    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
