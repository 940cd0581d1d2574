package io.herd.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line as a user typed it on an agent's host, with what it takes to run it elsewhere as
 * it would run in a process of the user's own.
 *
 * @param version of the herd that the user has started
 * @param home the directory of that herd
 * @param socket where it has reached the agent
 * @param environment the user's variables that herd may ask for
 * @param columns of the terminal that stdout is, empty if it is none
 * @param errColumns the same for stderr
 * @param typed whether stdin is a terminal
 * @param config the configuration file that counts for the user, if there is one
 * @param templates whether the user has templates of his own
 * @param logins whether the user has logins at registries
 */
public record TypedLine(
        String version,
        String home,
        String socket,
        List<String> arguments,
        Map<String, String> environment,
        String columns,
        String errColumns,
        boolean typed,
        Optional<ConfigText> config,
        boolean templates,
        boolean logins) {

    public TypedLine {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A configuration file and what stands in it. */
    public record ConfigText(String path, String text) {}
}
