package io.herd.cli.registry;

/** Thrown when docker's configuration cannot be read; says why, in one line. */
public final class UnreadableConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableConfigException(String why) {
        super(why);
    }
}
