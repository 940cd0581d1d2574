package io.herd.cli.command;

import io.herd.cli.command.ConfigFile.Setting;
import java.util.Locale;
import java.util.Optional;

/** The environment as settings: {@code --no-trunc} is {@code HERD_NO_TRUNC}. */
final class EnvironmentDefaults {

    private final Surroundings surroundings;

    EnvironmentDefaults(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Optional<Setting> setting(String option) {
        var own =
                variable(
                        "HERD_"
                                + option.replaceFirst("^-+", "")
                                        .replace('-', '_')
                                        .toUpperCase(Locale.ROOT));
        // docker's own, which must beat the file as every variable does.
        return option.equals(ConfigKey.DOCKER.option())
                ? own.or(() -> variable("DOCKER_HOST"))
                : own;
    }

    private Optional<Setting> variable(String name) {
        return surroundings.variable(name).map(value -> new Setting(value, name));
    }
}
