package io.herd.cli.command.completion;

import io.herd.cli.command.Commands;
import io.herd.cli.command.NamesCommand;
import io.herd.cli.command.option.OptionSources;
import io.herd.cli.config.ConfigKey;
import io.herd.cli.context.CommandContext;
import io.herd.cli.manual.Argument;
import io.herd.cli.manual.ConfigSetting;
import io.herd.cli.manual.Flag;
import io.herd.cli.manual.Operand;
import io.herd.cli.manual.Topic;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Reads the picocli annotations of all commands into the manual's topics; too slow to do in a
 * command.
 */
public final class CommandModelReader {

    private final CommandSpec herd;
    // The path of each command's class in its group; the same class elsewhere is a short form.
    private final Map<Class<?>, List<String>> inGroups = new HashMap<>();

    /**
     * @param context a context in which nothing is set
     */
    public CommandModelReader(CommandContext context) {
        herd = Commands.all(context);
        for (var group : children(herd)) {
            children(group).forEach(command -> inGroups.put(type(command), path(command)));
        }
    }

    /** The topic of herd itself, with all its commands. */
    public Topic herd() {
        return topic(herd);
    }

    /** The flags of {@code herd __complete} that take a value, with their dashes. */
    public List<String> flagsForNames() {
        var names = Objects.requireNonNull(herd.subcommands().get(NamesCommand.NAME));
        return names.getCommandSpec().options().stream()
                .filter(option -> option.arity().max() > 0)
                .map(OptionSpec::longestName)
                .sorted()
                .toList();
    }

    /** The keys of the configuration file. */
    public List<ConfigSetting> settings() {
        return Arrays.stream(ConfigKey.values())
                .map(key -> new ConfigSetting(key.key(), key.form(), key.option()))
                .toList();
    }

    private Topic topic(CommandSpec command) {
        return new Topic(
                path(command),
                List.of(command.aliases()),
                List.of(command.usageMessage().description()),
                own(command)
                        .sorted(Comparator.comparing(OptionSpec::longestName))
                        .map(CommandModelReader::flag)
                        .toList(),
                command.argGroups().stream().flatMap(CommandModelReader::oneOf).toList(),
                command.positionalParameters().stream().map(CommandModelReader::operand).toList(),
                command.parser().stopAtPositional(),
                children(command).stream().map(this::topic).toList(),
                Optional.ofNullable(inGroups.get(type(command)))
                        .filter(path -> !path.equals(path(command))));
    }

    private static Stream<OptionSpec> own(CommandSpec command) {
        return command.options().stream().filter(option -> !option.inherited() && !option.hidden());
    }

    private static Collection<CommandSpec> children(CommandSpec command) {
        var children = new LinkedHashSet<CommandSpec>();
        command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(child -> !child.usageMessage().hidden())
                .forEach(children::add);
        return children;
    }

    private static Class<?> type(CommandSpec command) {
        return command.userObject().getClass();
    }

    private static List<String> path(CommandSpec command) {
        return List.of(command.qualifiedName().split(" ")).stream().skip(1).toList();
    }

    private static Flag flag(OptionSpec option) {
        return new Flag(
                List.of(option.names()),
                option.arity().max() == 0 ? Optional.empty() : Optional.of(argument(option)),
                description(option),
                option.isMultiValue(),
                OptionSources.variable(option));
    }

    private static Operand operand(PositionalParamSpec operand) {
        return new Operand(
                argument(operand),
                operand.arity().min() == 0,
                operand.arity().max() > 1,
                description(operand));
    }

    private static Argument argument(ArgSpec argument) {
        return new Argument(
                argument.paramLabel(), argument.splitRegex(), ValueKinds.value(argument));
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description());
    }

    private static Stream<String> oneOf(ArgGroupSpec group) {
        return group.exclusive() && group.multiplicity().min() == 1
                ? group.options().stream().map(OptionSpec::longestName)
                : Stream.empty();
    }
}
