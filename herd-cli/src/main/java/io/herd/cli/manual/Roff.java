package io.herd.cli.manual;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;

/** The source of a man page, in the macros of man(7). */
final class Roff {

    // Where a line of the source is broken; the reader's lines are broken by the terminal.
    private static final int WIDTH = 78;

    private final StringBuilder written = new StringBuilder();
    private boolean sectionBegins;

    /**
     * @param date of the sources, {@code YYYY-MM-DD}
     */
    Roff(String name, int section, String date, String version) {
        // Dashes are not escaped here: nobody types them, and an escaped one in a date would not be
        // understood.
        written.append(
                ".TH \"%s\" \"%d\" \"%s\" \"herd %s\"\n"
                        .formatted(name.toUpperCase(Locale.ROOT), section, date, version));
    }

    Roff section(String title) {
        macro("SH", title);
        sectionBegins = true;
        return this;
    }

    /** Adds a paragraph that is marked up already. */
    Roff text(String text) {
        if (!sectionBegins) {
            macro("PP");
        }
        return flowing(text);
    }

    private Roff flowing(String text) {
        sectionBegins = false;
        int column = 0;
        for (var word : text.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                written.append('\n');
                column = 0;
            }
            written.append(column > 0 ? " " + word : guarded(word));
            column += word.length() + 1;
        }
        written.append('\n');
        return this;
    }

    /**
     * Adds an item with a tag in front.
     *
     * @param tag marked up already
     */
    Roff item(String tag, String description) {
        macro("TP");
        written.append(guarded(tag)).append('\n');
        return flowing(plain(description));
    }

    /** Adds lines that are not filled, below a paragraph. */
    Roff literal(List<String> lines) {
        macro("RS", "4").macro("EX");
        lines.forEach(line -> written.append(guarded(plain(line))).append('\n'));
        return macro("EE").macro("RE");
    }

    private Roff macro(String name, String... arguments) {
        written.append('.').append(name);
        for (var argument : arguments) {
            written.append(" \"").append(plain(argument)).append('"');
        }
        written.append('\n');
        return this;
    }

    static String bold(String text) {
        return "\\fB" + plain(text) + "\\fR";
    }

    static String italic(String text) {
        return "\\fI" + plain(text) + "\\fR";
    }

    /** Escapes a text; a dash stays the ASCII dash, so that it can be copied and typed. */
    static String plain(String text) {
        return text.codePoints().mapToObj(Roff::plain).collect(joining());
    }

    private static String plain(int c) {
        return switch (c) {
            case '\\' -> "\\e";
            case '-' -> "\\-";
            case '"' -> "\\(dq";
            case '\'' -> "\\(aq";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            default -> c < 128 ? Character.toString(c) : "\\[u%04X]".formatted(c);
        };
    }

    // A line that begins with a dot would be taken for a macro.
    private static String guarded(String line) {
        return line.startsWith(".") ? "\\&" + line : line;
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
