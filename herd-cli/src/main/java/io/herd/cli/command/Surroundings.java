package io.herd.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command finds around it.
 *
 * @param environment the process's variables
 * @param home the distribution's directory, if it runs out of one
 * @param asker how to ask the user, if there is a terminal to do it on
 */
public record Surroundings(
        Map<String, String> environment, Optional<Path> home, Optional<Asker> asker) {

    /** Nobody can be asked. */
    Surroundings(Map<String, String> environment, Optional<Path> home) {
        this(environment, home, Optional.empty());
    }

    /**
     * Where templates are looked for: where the user says, the user's, the system's, then those
     * that herd ships.
     */
    List<Path> templateDirectories(List<Path> first) {
        var directories = new ArrayList<>(first);
        variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .or(() -> variable("HOME").map(home -> Path.of(home, ".config")))
                .ifPresent(config -> directories.add(config.resolve("herd/templates")));
        directories.add(Path.of("/etc/herd/templates"));
        home.ifPresent(h -> directories.add(h.resolve("templates")));
        return directories;
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
