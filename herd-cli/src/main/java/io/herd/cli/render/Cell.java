package io.herd.cli.render;

import io.herd.model.Legible;

/**
 * A cell of a table.
 *
 * @param formatted whether the user's format has laid it out, with line breaks of its own; the
 *     values in it are legible already
 */
public record Cell(String text, Tone tone, boolean formatted) {

    public Cell(String text, Tone tone) {
        this(text, tone, false);
    }

    public Cell(String text) {
        this(text, Tone.PLAIN);
    }

    static Cell formatted(String text) {
        return new Cell(text, Tone.PLAIN, true);
    }

    /** The text as it is printed. */
    String shown() {
        return formatted ? text : Legible.of(text);
    }
}
