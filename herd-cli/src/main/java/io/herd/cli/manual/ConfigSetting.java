package io.herd.cli.manual;

/**
 * A key of the configuration file.
 *
 * @param form what its value must look like
 * @param option that it sets; empty if it is accepted but has no meaning any more
 */
public record ConfigSetting(String key, String form, String option) {}
