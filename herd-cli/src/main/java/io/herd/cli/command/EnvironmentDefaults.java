package io.herd.cli.command;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes an option that was not given from the environment: {@code --no-trunc} from {@code
 * HERD_NO_TRUNC}.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {

    private final Surroundings surroundings;

    EnvironmentDefaults(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && !option.usageHelp()
                ? variable(option.longestName()).orElse(null)
                : null;
    }

    private Optional<String> variable(String option) {
        return surroundings.variable(
                "HERD_"
                        + option.replaceFirst("^-+", "")
                                .replace('-', '_')
                                .toUpperCase(Locale.ROOT));
    }
}
