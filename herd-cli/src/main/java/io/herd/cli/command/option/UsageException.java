package io.herd.cli.command.option;

/** What the user typed does not go together. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
