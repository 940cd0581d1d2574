package io.herd.cli.render;

/** How the process ends; the numbers are part of the command line's contract. */
public enum Exit {
    /** Done, every node answered. */
    OK(0),
    /** The action failed. */
    FAILED(1),
    /** Wrong usage. */
    USAGE(2),
    /** Some nodes failed or did not answer; what was done is printed. */
    PARTIAL(3),
    /** No such container, image, node or template, or several fit. */
    NO_SUCH(4),
    /** No agent was reached. */
    NO_AGENT(5),
    /** Denied. */
    DENIED(6);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
