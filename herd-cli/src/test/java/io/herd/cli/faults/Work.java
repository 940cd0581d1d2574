package io.herd.cli.faults;

/**
 * One thing that a client does.
 *
 * @param choice which of the things that the client knows it is done to, or how many are created
 */
public record Work(Kind kind, int choice) {

    /** What is done. */
    public enum Kind {
        CREATE,
        /** One container of a name that others may want, too. */
        CREATE_NAMED,
        LIST,
        STOP,
        REMOVE,
        EXEC,
        LOGS,
        /** New output for a while, until nobody listens any more. */
        FOLLOW,
        EVENTS
    }

    /** Where a client is, and so how it gets to the herd. */
    public enum Way {
        /** From another machine, as a client that joins. */
        JOINED,
        /** On host a, as a command that asks the agent there; likewise the next. */
        BESIDE_A,
        BESIDE_B,
        /** By HTTP on host c. */
        GATEWAY_C,
        /** The docker command with the agent of host b as its daemon. */
        DOCKER_B
    }
}
