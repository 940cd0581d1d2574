package io.herd.json.text;

/** A text that is no JSON document, and where it stops being one. */
public final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String reason;

    MalformedJsonException(int line, int column, String reason) {
        super("line %d, column %d: %s".formatted(line, column, reason));
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** The first is 1. */
    public int line() {
        return line;
    }

    /** The first is 1; counts characters, not bytes. */
    public int column() {
        return column;
    }

    /** What is wrong there, without the place. */
    public String reason() {
        return reason;
    }
}
