package io.herd.cli.config;

/** Thrown when a key file cannot be used. The message names the file and says what to do. */
public final class KeyFileException extends Exception {

    private static final long serialVersionUID = 1L;

    public KeyFileException(String message) {
        super(message);
    }
}
