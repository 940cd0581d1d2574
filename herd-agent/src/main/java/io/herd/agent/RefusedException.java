package io.herd.agent;

/** Thrown when the agent declines an action. The message says why, and what to do instead. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
