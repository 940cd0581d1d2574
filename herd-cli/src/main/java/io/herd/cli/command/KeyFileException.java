package io.herd.cli.command;

/** A key file cannot be used. The message names it and says what to do. */
final class KeyFileException extends Exception {

    private static final long serialVersionUID = 1L;

    KeyFileException(String message) {
        super(message);
    }
}
