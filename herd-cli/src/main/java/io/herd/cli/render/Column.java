package io.herd.cli.render;

/**
 * A column of a table, and how it gives way on a terminal that is too narrow: in steps, the lowest
 * first, of all columns alike. One that may be left out and is empty goes before all others give
 * way.
 *
 * @param abridged the step at which it shows its cells in brief; 0 never
 * @param cut the step at which its cells are cut; 0 never, since an id or a name that is cut is of
 *     no use
 * @param leftOut the step at which it is left out; 0 never
 */
public record Column(String title, int abridged, int cut, int leftOut) {

    static final int NEVER = 0;
    static final int LAST = 8;

    /** A column that is never narrowed. */
    public static Column of(String title) {
        return firm(title);
    }

    static Column firm(String title) {
        return new Column(title, NEVER, NEVER, NEVER);
    }

    Column abridged(int step) {
        return new Column(title, step, cut, leftOut);
    }

    Column cut(int step) {
        return new Column(title, abridged, step, leftOut);
    }

    Column leftOut(int step) {
        return new Column(title, abridged, cut, step);
    }
}
