package io.herd.http;

/** Thrown when something is no request, or one that is too large. The message is for the client. */
public final class RefusedRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    static final int BAD_REQUEST = 400;
    static final int TOO_LARGE = 431;

    private final int status;

    RefusedRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The status of HTTP that says so. */
    public int status() {
        return status;
    }
}
