package io.herd.cli.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.herd.cli.layout.Datum.Elements;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What functions make of texts. */
final class TextCalls {

    private static final Pattern WORD_START = Pattern.compile("(?<![\\p{L}\\p{Nd}_'])\\p{L}");

    private TextCalls() {}

    static Datum split(String text, String by) {
        var parts =
                by.isEmpty()
                        ? text.codePoints().mapToObj(Character::toString)
                        : Stream.of(text.split(Pattern.quote(by), -1));
        return new Elements(parts.map(Datum::of).toList());
    }

    /** The elements of a list in one legible text. */
    static String joined(Datum list, String by) {
        return switch (list) {
            case Elements(var elements) -> {
                Extent.length((long) elements.size() * by.length());
                yield elements.stream().map(GoText::shown).collect(joining(by));
            }
            case Datum.Nothing _ -> "";
            case Datum.Text _,
                    Datum.Whole _,
                    Datum.Fraction _,
                    Datum.Flag _,
                    Datum.Members _,
                    Datum.Thing _ ->
                    throw new LayoutException(
                            "'join' needs a list, and '%s' is %s"
                                    .formatted(Pieces.shortened(GoText.of(list)), list.kind()));
        };
    }

    static String title(String text) {
        return WORD_START.matcher(text).replaceAll(it -> upper(it.group()));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Between as many blanks as the second and third argument say; nothing stays nothing. */
    static String padded(String text, List<Datum> arguments) {
        return text.isEmpty() ? "" : blanks(arguments.get(1)) + text + blanks(arguments.get(2));
    }

    private static String blanks(Datum count) {
        return " ".repeat(count(count, "the number of blanks"));
    }

    static String truncated(String text, Datum most) {
        int length = count(most, "the length");
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static int count(Datum value, String what) {
        int count = Numerals.small(value, what);
        if (count < 0) {
            throw new LayoutException("%s is %d: use 0 or more".formatted(what, count));
        }
        return Extent.wide(count);
    }

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("'", "&#39;")
                .replace("\"", "&#34;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    static String query(String text) {
        return URLEncoder.encode(text, UTF_8).replace("*", "%2A").replace("%7E", "~");
    }

    static String js(String text) {
        var escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    if (c == '\\' || c == '\'' || c == '"') {
                        escaped.append('\\').append((char) c);
                    } else if (c < ' ' || "<>&=".indexOf(c) >= 0) {
                        escaped.append("\\u%04X".formatted(c));
                    } else {
                        escaped.appendCodePoint(c);
                    }
                });
        return escaped.toString();
    }
}
