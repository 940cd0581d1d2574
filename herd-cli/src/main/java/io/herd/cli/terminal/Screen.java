package io.herd.cli.terminal;

import java.util.Map;

/**
 * What stdout or stderr is connected to.
 *
 * @param erasable whether what is written can be overwritten
 * @param width its columns, 0 if it is no terminal
 */
public record Screen(boolean colour, boolean erasable, int width) {

    /**
     * The screen that the launcher found: it asks the terminal at once, a JVM would take long.
     *
     * @param columns what the launcher found, empty if it is no terminal
     */
    public static Screen of(String columns, Map<String, String> environment) {
        boolean terminal = columns.matches("[1-9][0-9]{0,3}");
        // https://no-color.org: any value but an empty one turns colour off.
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean able = terminal && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Screen(able && wanted, able, terminal ? Integer.parseInt(columns) : 0);
    }
}
