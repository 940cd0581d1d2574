package io.herd.cli.render;

/** What a cell's text means; shown as a colour on a terminal. */
public enum Tone {
    PLAIN(""),
    GOOD("\u001b[32m"),
    BAD("\u001b[31m"),
    FAINT("\u001b[2m");

    private static final String RESET = "\u001b[0m";

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    public String paint(String text) {
        return this == PLAIN ? text : code + text + RESET;
    }
}
