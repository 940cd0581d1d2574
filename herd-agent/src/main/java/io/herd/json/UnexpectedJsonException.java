package io.herd.json;

/** A daemon's answer that is not what the Docker API promises. */
public final class UnexpectedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    UnexpectedJsonException(String message) {
        super(message);
    }

    UnexpectedJsonException(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
