package io.herd.cli.command;

/** What the user typed does not go together. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
