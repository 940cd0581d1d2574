package io.herd.gateway;

/**
 * Thrown when the gateway cannot be opened. The message is for the operator and says what to do
 * next.
 */
public final class GatewayException extends Exception {

    private static final long serialVersionUID = 1L;

    GatewayException(String message) {
        super(message);
    }

    GatewayException(String message, Throwable cause) {
        super(message, cause);
    }
}
