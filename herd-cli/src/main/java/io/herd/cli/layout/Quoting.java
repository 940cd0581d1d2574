package io.herd.cli.layout;

/** Texts in quotes, as Go writes them. */
final class Quoting {

    private static final String SHORT = "abfnrtv\\\"'";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000b\\\"'";
    private static final int OCTAL = 8;
    private static final int HEX = 16;

    private final String quoted;
    private int at;

    private Quoting(String quoted) {
        this.quoted = quoted;
    }

    /**
     * What is meant by the text between the quotes.
     *
     * @throws IllegalArgumentException naming what means nothing behind a backslash
     */
    static String unquoted(String quoted) {
        var quoting = new Quoting(quoted);
        var text = new StringBuilder();
        while (quoting.at < quoted.length()) {
            char c = quoted.charAt(quoting.at++);
            if (c == '\\') {
                text.appendCodePoint(quoting.escaped());
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private int escaped() {
        char c = at < quoted.length() ? quoted.charAt(at++) : ' ';
        int known = SHORT.indexOf(c);
        if (known >= 0) {
            return MEANT.charAt(known);
        }
        return switch (c) {
            case 'x' -> digits(2, HEX);
            case 'u' -> digits(4, HEX);
            case 'U' -> digits(8, HEX);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                at--;
                yield digits(3, OCTAL);
            }
            default -> throw unknown();
        };
    }

    private int digits(int count, int radix) {
        int end = at + count;
        if (end > quoted.length()) {
            throw unknown();
        }
        long number = 0;
        for (; at < end; at++) {
            int digit = Character.digit(quoted.charAt(at), radix);
            if (digit < 0) {
                throw unknown();
            }
            number = number * radix + digit;
        }
        if (number > Character.MAX_CODE_POINT) {
            throw unknown();
        }
        return (int) number;
    }

    private IllegalArgumentException unknown() {
        return new IllegalArgumentException(
                "\"%s\" has a backslash that means nothing: write \\\\, \\n, \\t or \\u00e4"
                        .formatted(Pieces.shortened(quoted)));
    }

    /** The text in quotes, as Go's %q writes it. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int c) {
        int known = c == '\'' ? -1 : MEANT.indexOf(c);
        if (known >= 0) {
            quoted.append('\\').append(SHORT.charAt(known));
        } else if (c < ' ' || c == 0x7f) {
            quoted.append("\\x%02x".formatted(c));
        } else {
            quoted.appendCodePoint(c);
        }
    }
}
