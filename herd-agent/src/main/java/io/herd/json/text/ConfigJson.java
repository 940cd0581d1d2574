package io.herd.json.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a configuration file: a JSON object that may have comments. Keeps the line of each key. */
public final class ConfigJson {

    private ConfigJson() {}

    /**
     * A key's value and place.
     *
     * @param texts the value: one text for a text, number or boolean; one per element of an array;
     *     {@code K=V} per field of an object
     * @param line line of the key, from 1
     */
    public record Entry(List<String> texts, int line) {

        public Entry {
            texts = List.copyOf(texts);
        }
    }

    /**
     * @return the keys in their order
     * @throws MalformedJsonException if it is not such an object, or a value is null or nested
     *     deeper than a list
     */
    public static Map<String, Entry> read(String text) throws MalformedJsonException {
        var plain = withoutComments(text);
        var json = JsonParser.parseString(StrictJson.object(plain).text()).getAsJsonObject();
        var lines = lines(plain);
        var entries = new LinkedHashMap<String, Entry>();
        for (var field : json.entrySet()) {
            int line = lines.getOrDefault(field.getKey(), 1);
            entries.put(field.getKey(), new Entry(texts(field, line), line));
        }
        return entries;
    }

    /** Replaces comments by blanks, so that everything keeps its line and column. */
    private static String withoutComments(String text) throws MalformedJsonException {
        var plain = new StringBuilder(text);
        boolean string = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (string && c == '\\') {
                at++;
            } else if (c == '"' || c == '\n') {
                // An unclosed string is reported by JsonGrammar.
                string = c == '"' && !string;
            } else if (!string && (text.startsWith("//", at) || text.startsWith("/*", at))) {
                int end = endOfComment(text, at);
                blank(plain, at, end);
                at = end - 1;
            }
        }
        return plain.toString();
    }

    private static int endOfComment(String text, int start) throws MalformedJsonException {
        boolean line = text.startsWith("//", start);
        int end = text.indexOf(line ? "\n" : "*/", start + 2);
        if (end < 0 && !line) {
            throw new MalformedJsonException(
                    lineOf(text, start),
                    start - text.lastIndexOf('\n', start),
                    "this comment is not closed");
        }
        return end < 0 ? text.length() : line ? end : end + 2;
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (text.charAt(at) != '\n') {
                text.setCharAt(at, ' ');
            }
        }
    }

    /** The lines of the keys of the outermost object. */
    private static Map<String, Integer> lines(String text) {
        var lines = new LinkedHashMap<String, Integer>();
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"' -> {
                    int end = JsonGrammar.endOfString(text, at);
                    if (depth == 1 && JsonStrings.isName(text, end)) {
                        var key = JsonParser.parseString(text.substring(at, end)).getAsString();
                        lines.put(key, lineOf(text, at));
                    }
                    at = end - 1;
                }
                default -> {}
            }
        }
        return lines;
    }

    private static int lineOf(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static List<String> texts(Map.Entry<String, JsonElement> field, int line)
            throws MalformedJsonException {
        var value = field.getValue();
        var texts = new ArrayList<String>();
        if (value.isJsonArray()) {
            for (var element : value.getAsJsonArray()) {
                texts.add(text(field.getKey(), element, line));
            }
        } else if (value.isJsonObject()) {
            for (var inner : value.getAsJsonObject().entrySet()) {
                texts.add(inner.getKey() + "=" + text(field.getKey(), inner.getValue(), line));
            }
        } else {
            texts.add(text(field.getKey(), value, line));
        }
        return texts;
    }

    private static String text(String key, JsonElement value, int line)
            throws MalformedJsonException {
        if (!value.isJsonPrimitive()) {
            throw new MalformedJsonException(
                    line,
                    1,
                    "'%s' is not what was expected: use a text, a number, true or false, or a list of them"
                            .formatted(key));
        }
        return value.getAsString();
    }
}
