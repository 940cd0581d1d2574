package io.herd.cli.command.option;

/** Thrown when the user's options and arguments are wrong together. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
