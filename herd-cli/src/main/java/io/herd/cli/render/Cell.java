package io.herd.cli.render;

/** One field of a table. */
public record Cell(String text, Tone tone) {

    public Cell(String text) {
        this(text, Tone.PLAIN);
    }
}
