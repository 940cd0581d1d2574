package io.herd.cli.config;

/** A key file cannot be used. The message names it and says what to do. */
public final class KeyFileException extends Exception {

    private static final long serialVersionUID = 1L;

    public KeyFileException(String message) {
        super(message);
    }
}
