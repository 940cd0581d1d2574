package io.herd.cluster;

/**
 * Thrown when a process cannot join the herd, or cannot stay in it. The message is for the operator
 * and says what to do next.
 */
public final class JoinException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why joining failed. */
    public enum Reason {
        /** No agent answered. */
        NO_AGENT,
        /** An agent answered but has another key, or one side has no key. */
        WRONG_KEY,
        /** Another agent of the herd has this name. */
        NAME_TAKEN,
        /** The address cannot be bound, or must not be without a key. */
        CANNOT_BIND
    }

    public JoinException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public JoinException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
