package io.herd.json.dockermod;

/** A request that is JSON but asks for nothing that there is. The message says what is wrong. */
public final class BadRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    BadRequestException(String message) {
        super(message);
    }
}
