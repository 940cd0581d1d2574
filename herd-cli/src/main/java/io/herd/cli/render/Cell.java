package io.herd.cli.render;

import io.herd.model.Legible;

/**
 * A cell of a table.
 *
 * @param brief a shorter text, for where there is too little room for the whole
 * @param formatted whether the user's format has laid it out, with line breaks of its own; the
 *     values in it are legible already
 */
public record Cell(String text, Tone tone, String brief, boolean formatted) {

    public Cell(String text, Tone tone) {
        this(text, tone, text, false);
    }

    public Cell(String text) {
        this(text, Tone.PLAIN);
    }

    static Cell formatted(String text) {
        return new Cell(text, Tone.PLAIN, text, true);
    }

    static Cell abridged(String text, String brief) {
        return new Cell(text, Tone.PLAIN, brief, false);
    }

    Cell inBrief() {
        return new Cell(brief, tone, brief, formatted);
    }

    /** The text as it is printed. */
    String shown() {
        return formatted ? text : Legible.of(text);
    }
}
