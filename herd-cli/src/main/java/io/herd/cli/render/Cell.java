package io.herd.cli.render;

import io.herd.model.Legible;

/**
 * One field of a table.
 *
 * @param formatted whether the user has laid it out, with breaks of his own; what it was filled
 *     with is legible
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

    /** As it is printed. */
    String shown() {
        return formatted ? text : Legible.of(text);
    }
}
