package io.herd.cli.command;

import io.herd.cli.command.ConfigFile.Setting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option that was not given comes from: the environment, else the configuration file. Only
 * the options that all commands have can, those of an agent, and a few more; {@code --name} of a
 * container is not that of a node.
 */
final class Defaults implements IDefaultValueProvider {

    private final EnvironmentDefaults environment;
    private final Optional<ConfigFile> file;

    Defaults(EnvironmentDefaults environment, Optional<ConfigFile> file) {
        this.environment = environment;
        this.file = file;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && isSetting(option)
                ? setting(option).map(Setting::value).orElse(null)
                : null;
    }

    Optional<Setting> setting(OptionSpec option) {
        return environment
                .setting(option.longestName())
                .or(() -> file.flatMap(said -> said.of(option.longestName())));
    }

    List<String> remarks() {
        return file.map(ConfigFile::remarks).orElse(List.of());
    }

    private static boolean isSetting(OptionSpec option) {
        var name = option.longestName();
        boolean agents = option.command().userObject() instanceof AgentCommand;
        return ConfigKey.isSetting(name) && (agents || !name.equals(ConfigKey.NAME.option()));
    }
}
