package io.herd.cli.config;

/**
 * The value of an option that is set in the environment or in the configuration file.
 *
 * @param value as it would be typed behind the option
 * @param from the variable, or file and line
 * @param subject how an error names it: the variable, or file, line and key
 */
public record OptionSetting(String value, String from, String subject) {}
