package io.herd.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;

/**
 * Makes text from outside safe to show in a terminal or log. Characters that would move the cursor,
 * begin a line, reorder the text around them or control a terminal are escaped as by Go's %q; all
 * others stay as they are. Escaping twice changes nothing more.
 */
public final class Legible {

    private static final int FIRST_OF_TWO_BYTES = 0x80;

    private Legible() {}

    /** The text as one safe line. */
    public static String of(String text) {
        return isPlain(text) || text.codePoints().noneMatch(Legible::isHidden)
                ? text
                : escaped(text, 0);
    }

    // Nearly all text is.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** The UTF-8 text as one safe line; invalid bytes are escaped as by Go's %q, too. */
    public static String of(byte[] text) {
        var decoder = UTF_8.newDecoder();
        var from = ByteBuffer.wrap(text);
        var to = CharBuffer.allocate(text.length);
        var shown = new StringBuilder();
        while (from.hasRemaining()) {
            // Decodes up to an error or the end; the result gives the length of the error.
            var result = decoder.decode(from, to, true);
            shown.append(of(to.flip().toString()));
            to.clear();
            for (int left = result.isError() ? result.length() : 0; left > 0; left--) {
                shown.append("\\x%02x".formatted(from.get()));
            }
            decoder.reset();
        }
        return shown.toString();
    }

    /**
     * A JSON document made safe; its characters below a space are escaped already, or blanks of its
     * layout.
     */
    public static String json(String document) {
        return document.codePoints().anyMatch(c -> c > ' ' && isHidden(c))
                ? escaped(document, ' ')
                : document;
    }

    /** Whether the text can be shown as it is. */
    public static boolean isLegible(String text) {
        return text.codePoints().noneMatch(Legible::isHidden);
    }

    private static String escaped(String text, int from) {
        var escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    if (c >= from && isHidden(c)) {
                        escaped.append(from == 0 ? escape(c) : "\\u%04x".formatted(c));
                    } else {
                        escaped.appendCodePoint(c);
                    }
                });
        return escaped.toString();
    }

    private static String escape(int c) {
        return switch (c) {
            case 0x07 -> "\\a";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case 0x0b -> "\\v";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> (c < FIRST_OF_TWO_BYTES ? "\\x%02x" : "\\u%04x").formatted(c);
        };
    }

    private static boolean isHidden(int c) {
        return Character.isISOControl(c)
                // Half a surrogate pair has no UTF-8 form.
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                // Unicode's Bidi_Control characters, and its two line ends: UAX #9 and #14.
                || c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
