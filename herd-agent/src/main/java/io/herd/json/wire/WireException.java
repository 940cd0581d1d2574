package io.herd.json.wire;

/**
 * Thrown for a message of another member that this version cannot read: garbage, or something
 * newer.
 */
public final class WireException extends Exception {

    private static final long serialVersionUID = 1L;

    WireException(String message) {
        super(message);
    }

    WireException(String message, Throwable cause) {
        super(message, cause);
    }
}
