package io.herd.cli.layout;

/** How much a template may do, so that none fills the memory, the stack, or all of the time. */
final class Extent {

    /** Parentheses, blocks and pipes, one inside the other. */
    static final int DEEPEST = 100;

    /** Columns that a value may be filled up to. */
    static final int WIDEST = 10_000;

    /** Characters of a text that a template makes. */
    static final int LONGEST = 10_000_000;

    /** Steps for one thing: parts that are filled. */
    private static final int MOST = 1_000_000;

    private int steps;

    /** Counts a step. */
    void step() {
        if (++steps > MOST) {
            throw new LayoutException(
                    "the template does not come to its end in %d steps".formatted(MOST));
        }
    }

    /** Refuses a nesting that is too deep. */
    static void deep(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "the template is nested too deeply: use at most %d levels".formatted(DEEPEST));
        }
    }

    /** Refuses what is too wide. */
    static int wide(long width) {
        if (width > WIDEST) {
            throw new LayoutException(
                    "the width %d is too much: use at most %d".formatted(width, WIDEST));
        }
        return (int) width;
    }

    /** Refuses a text that has become too long. */
    static void length(long characters) {
        if (characters > LONGEST) {
            throw new LayoutException(
                    "the template makes more than %d characters".formatted(LONGEST));
        }
    }
}
