package io.herd.cli.manual;

/**
 * A key of the configuration.
 *
 * @param form what its value must look like
 * @param option that it sets; empty if it is accepted and means nothing
 */
public record ConfigSetting(String key, String form, String option) {}
