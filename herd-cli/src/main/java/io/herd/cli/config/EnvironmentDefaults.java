package io.herd.cli.config;

import io.herd.cli.context.CommandContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options that are set by environment variables, such as {@code --no-trunc} by {@code
 * HERD_NO_TRUNC}.
 */
public final class EnvironmentDefaults {

    private final Map<String, OptionSetting> settings = new HashMap<>();
    private final Map<String, ConfigException> wrong = new HashMap<>();

    public EnvironmentDefaults(CommandContext context) {
        for (var key : ConfigKey.values()) {
            for (var name : key.variables()) {
                var text = context.variable(name);
                if (text.isPresent()) {
                    add(key, name, text.get());
                }
            }
        }
    }

    public Optional<OptionSetting> of(String option) {
        return Optional.ofNullable(settings.get(option));
    }

    /** Why the variable of this option cannot be used; empty if it can. */
    public Optional<ConfigException> wrong(String option) {
        return Optional.ofNullable(wrong.get(option));
    }

    private void add(ConfigKey key, String name, String text) {
        try {
            settings.putIfAbsent(
                    key.option(), new OptionSetting(key.value(List.of(text)), name, name));
        } catch (IllegalArgumentException e) {
            wrong.put(key.option(), new ConfigException(name + ": " + e.getMessage()));
        }
    }
}
