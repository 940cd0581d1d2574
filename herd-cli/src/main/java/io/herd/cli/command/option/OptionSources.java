package io.herd.cli.command.option;

import io.herd.cli.config.ConfigException;
import io.herd.cli.config.ConfigFile;
import io.herd.cli.config.ConfigKey;
import io.herd.cli.config.EnvironmentDefaults;
import io.herd.cli.config.OptionSetting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Finds the value and the source of an option: the command line, else the environment, else the
 * configuration file. Only the options that all commands have, those of an agent and a few more can
 * be set outside the command line; {@code --name} of a container is not that of a node.
 */
public final class OptionSources implements IDefaultValueProvider {

    private final EnvironmentDefaults environment;
    private final Optional<ConfigFile> file;
    private @Nullable ParseResult parsed;

    public OptionSources(EnvironmentDefaults environment, Optional<ConfigFile> file) {
        this.environment = environment;
        this.file = file;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && isSetting(option)
                // picocli would replace ${…} as a variable.
                ? setting(option.longestName())
                        .map(setting -> setting.value().replace("$", "$$"))
                        .orElse(null)
                : null;
    }

    /** Takes the parsed command line, from which it is known what was typed. */
    public void parsed(ParseResult typed) {
        parsed = typed;
    }

    /**
     * Whether an option was typed; one that all commands have may also stand before the command's
     * name.
     */
    boolean typed(String option) {
        for (var at = parsed; at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
            if (at.hasMatchedOption(option)) {
                return true;
            }
        }
        return false;
    }

    /** Where the value comes from: the flag, the variable, file and line, or {@code default}. */
    public String from(String option) {
        return typed(option) ? option : setting(option).map(OptionSetting::from).orElse("default");
    }

    /**
     * An error message that names where the value comes from: the flag, the variable, or file, line
     * and key.
     */
    public String message(String option, Exception e) {
        var subject =
                typed(option) ? option : setting(option).map(OptionSetting::subject).orElse(option);
        return subject + ": " + e.getMessage();
    }

    /** The error of the first variable with a bad value that this command would use. */
    public Optional<ConfigException> wrong(CommandSpec command) {
        for (var option : command.options()) {
            var wrong = environment.wrong(option.longestName());
            if (wrong.isPresent() && isSetting(option) && !typed(option.longestName())) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    public List<String> remarks() {
        return file.map(ConfigFile::remarks).orElse(List.of());
    }

    /** The variable that sets an option; empty if it can only be typed. */
    public static Optional<String> variable(OptionSpec option) {
        return isSetting(option)
                ? Optional.of(ConfigKey.variable(option.longestName()))
                : Optional.empty();
    }

    private Optional<OptionSetting> setting(String option) {
        return environment.of(option).or(() -> file.flatMap(said -> said.of(option)));
    }

    private static boolean isSetting(OptionSpec option) {
        var name = option.longestName();
        if (option.paramLabel().equals(InspectFormat.LABEL)) {
            return false;
        }
        boolean agents = option.command().userObject() instanceof NodeCommand;
        return ConfigKey.isSetting(name) && (agents || !name.equals(ConfigKey.NAME.option()));
    }
}
