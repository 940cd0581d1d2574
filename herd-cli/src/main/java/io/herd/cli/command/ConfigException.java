package io.herd.cli.command;

/** The configuration cannot be used. The message names file, line and key. */
final class ConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }
}
