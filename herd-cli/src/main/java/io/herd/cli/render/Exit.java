package io.herd.cli.render;

/**
 * The exit code of the process; the numbers are part of the command line's contract.
 *
 * @param code one of these constants, or a container's own
 */
public record Exit(int code) {

    /** Done, every node answered. */
    public static final Exit OK = new Exit(0);

    /** The action failed. */
    public static final Exit FAILED = new Exit(1);

    /** Wrong usage. */
    public static final Exit USAGE = new Exit(2);

    /** Some nodes failed or did not answer; what was done is printed. */
    public static final Exit PARTIAL = new Exit(3);

    /** No such container, image, node or template, or several match. */
    public static final Exit NO_SUCH = new Exit(4);

    /** No agent was reached. */
    public static final Exit NO_AGENT = new Exit(5);

    /** Access was denied. */
    public static final Exit DENIED = new Exit(6);

    /** A new container's command cannot be executed; as in docker and in shells. */
    public static final Exit NOT_EXECUTABLE = new Exit(126);

    /** A new container's command does not exist; as in docker and in shells. */
    public static final Exit NO_SUCH_COMMAND = new Exit(127);

    /** Interrupted. */
    public static final Exit INTERRUPTED = new Exit(130);
}
