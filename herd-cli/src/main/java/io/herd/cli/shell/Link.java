package io.herd.cli.shell;

/** When a command of a line is run, by how the one before it has ended. */
public enum Link {
    /** On a line of its own: always. */
    LINE,
    /** Behind {@code ;}: unless that was interrupted. */
    THEN,
    /** Behind {@code &&}: if that succeeded. */
    AND,
    /** Behind {@code ||}: if that failed. */
    OR;

    static final int INTERRUPTED = 130;

    boolean holds(int status) {
        return switch (this) {
            case LINE -> true;
            case THEN -> status != INTERRUPTED;
            case AND -> status == 0;
            case OR -> status != 0 && status != INTERRUPTED;
        };
    }
}
