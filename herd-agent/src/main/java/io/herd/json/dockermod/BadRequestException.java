package io.herd.json.dockermod;

/**
 * Thrown for a request that is JSON but not a valid DockerMod request. The message says what is
 * wrong.
 */
public final class BadRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    BadRequestException(String message) {
        super(message);
    }
}
