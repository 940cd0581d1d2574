package io.herd.json;

/** Thrown when JSON from docker is not what its API, or its documentation, promises. */
public final class UnexpectedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnexpectedJsonException(String message) {
        super(message);
    }

    public UnexpectedJsonException(RuntimeException cause) {
        super(cause.getMessage() == null ? "it is garbled" : cause.getMessage(), cause);
    }
}
