package io.herd.cli.config;

/** Thrown when the configuration cannot be used. The message names file, line and key. */
public final class ConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }
}
