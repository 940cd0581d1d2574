package io.herd.cli.terminal;

import java.util.Map;

/**
 * What stdout is.
 *
 * @param width its columns, 0 if it is no terminal
 */
public record Screen(boolean colour, int width) {

    /**
     * The launcher knows: asking the terminal takes it no time, and a JVM a lot.
     *
     * @param columns what the launcher found, empty if stdout is no terminal
     */
    public static Screen of(String columns, Map<String, String> environment) {
        boolean terminal = columns.matches("[1-9][0-9]{0,3}");
        // https://no-color.org: any value but an empty one turns colour off.
        boolean wanted =
                environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Screen(terminal && wanted, terminal ? Integer.parseInt(columns) : 0);
    }
}
