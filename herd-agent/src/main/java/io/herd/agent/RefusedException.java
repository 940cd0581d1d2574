package io.herd.agent;

/** The agent does not do what it was asked. The message says why, and what to do instead. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
