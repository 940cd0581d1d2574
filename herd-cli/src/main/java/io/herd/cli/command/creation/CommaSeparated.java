package io.herd.cli.command.creation;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a value of fields with commas between them, as docker's client does: a field in quotation
 * marks may have commas in it, and a quotation mark that is doubled.
 */
final class CommaSeparated {

    private CommaSeparated() {}

    /**
     * @throws IllegalArgumentException naming the value, if its quotation marks do not match
     */
    static List<String> fields(String text) {
        var fields = new ArrayList<String>();
        int from = 0;
        while (true) {
            boolean quoted = text.startsWith("\"", from);
            int end = quoted ? closing(text, from + 1) + 1 : comma(text, from);
            var field = text.substring(from, end);
            fields.add(quoted ? unquoted(field) : field);
            if (end == text.length()) {
                return fields;
            }
            if (text.charAt(end) != ',') {
                throw wrong(text);
            }
            from = end + 1;
        }
    }

    private static int comma(String text, int from) {
        int comma = text.indexOf(',', from);
        int end = comma < 0 ? text.length() : comma;
        if (text.substring(from, end).contains("\"")) {
            throw wrong(text);
        }
        return end;
    }

    private static int closing(String text, int from) {
        for (int at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
            if (!text.startsWith("\"", at + 1)) {
                return at;
            }
        }
        throw wrong(text);
    }

    private static String unquoted(String field) {
        return field.substring(1, field.length() - 1).replace("\"\"", "\"");
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'%s' has a quotation mark too many or too few: put whole fields in them, such as \"volume-opt=o=a,b\""
                        .formatted(text));
    }
}
