package io.herd.cli.config;

/**
 * What an option is set to elsewhere than on the command line.
 *
 * @param value as it would be typed behind the option
 * @param from the variable, or file and line
 * @param subject what an error says of it: the variable, or file, line and key
 */
public record OptionSetting(String value, String from, String subject) {}
