package io.herd.cli.render;

/**
 * A column of a table.
 *
 * @param give when it is narrowed on a narrow terminal: lower numbers first; 0 never, since an id
 *     or a name that is cut is of no use
 */
public record Column(String title, int give) {

    static final int NEVER = 0;
    static final int LAST = 2;

    /** A column that is never cut. */
    public static Column of(String title) {
        return firm(title);
    }

    static Column firm(String title) {
        return new Column(title, NEVER);
    }

    static Column first(String title) {
        return new Column(title, 1);
    }

    static Column last(String title) {
        return new Column(title, LAST);
    }
}
