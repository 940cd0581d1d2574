package io.herd.cli.command.completion;

import io.herd.cli.command.completion.Completion.Place;
import io.herd.cli.manual.Value;
import io.herd.cli.names.Expected;
import io.herd.cli.names.Expected.Word;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Walks through the words of a command line, up to the one that is being typed, and knows what is
 * expected there.
 */
final class CompletionCursor {

    private CommandSpec command;
    private Optional<OptionSpec> waiting = Optional.empty();
    private boolean onlyOperands;
    private int operands;

    CompletionCursor(CommandSpec herd) {
        command = herd;
    }

    void pass(String word) {
        if (waiting.isPresent()) {
            waiting = Optional.empty();
        } else if (onlyOperands) {
            operands++;
        } else if (word.equals("--")) {
            onlyOperands = true;
        } else if (word.startsWith("-") && word.length() > 1) {
            waiting = takesNext(word);
        } else {
            passPlain(command.subcommands().get(word));
        }
    }

    private void passPlain(@Nullable CommandLine inner) {
        if (inner != null) {
            command = inner.getCommandSpec();
        } else {
            operands++;
            onlyOperands = command.parser().stopAtPositional();
        }
    }

    private Optional<OptionSpec> takesNext(String word) {
        if (word.startsWith("--")) {
            return option(word).filter(CompletionCursor::takesValue);
        }
        // Several short options in one word: the first that takes a value takes the rest, if there
        // is any.
        for (int i = 1; i < word.length(); i++) {
            var option = option("-" + word.charAt(i));
            if (option.filter(CompletionCursor::takesValue).isPresent()) {
                return i == word.length() - 1 ? option : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean takesValue(OptionSpec option) {
        return option.arity().min() > 0;
    }

    private Optional<OptionSpec> option(String name) {
        return Optional.ofNullable(command.findOption(name));
    }

    Place place(String begun) {
        if (waiting.isPresent()) {
            return value(waiting.get(), "", begun);
        }
        if (!onlyOperands && begun.startsWith("-")) {
            return dashed(begun);
        }
        return command.subcommands().isEmpty() || operands > 0
                ? new Place("", operand())
                : new Place("", new Expected.Words(commands()));
    }

    private Place dashed(String begun) {
        int equals = begun.indexOf('=');
        if (equals < 0) {
            return new Place("", new Expected.Words(options()));
        }
        return option(begun.substring(0, equals))
                .map(option -> value(option, begun.substring(0, equals + 1), begun))
                .orElseGet(() -> new Place("", new Expected.Anything()));
    }

    private static Place value(OptionSpec option, String typed, String begun) {
        var separator = option.splitRegex();
        int last = separator.length() == 1 ? begun.lastIndexOf(separator) : -1;
        return new Place(
                last < typed.length() ? typed : begun.substring(0, last + 1), expected(option));
    }

    private List<Word> options() {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> new Word(option.longestName(), meaning(option.description())))
                .toList();
    }

    private List<Word> commands() {
        // Each command once, without its aliases.
        return new LinkedHashSet<>(command.subcommands().values())
                .stream()
                        .map(CommandLine::getCommandSpec)
                        .filter(inner -> !inner.usageMessage().hidden())
                        .map(inner ->
                                new Word(inner.name(), meaning(inner.usageMessage().description())))
                        .toList();
    }

    private Expected operand() {
        return command.positionalParameters().stream()
                .filter(operand -> operand.index().contains(operands))
                .findFirst()
                .map(CompletionCursor::expected)
                .orElse(new Expected.Anything());
    }

    // The labels of the help determine what is completed.
    private static Expected expected(ArgSpec argument) {
        return switch (ValueKinds.value(argument)) {
            case Value.Names(var live) -> new Expected.Name(live);
            case Value.Files _ -> new Expected.File(false);
            case Value.Directories _ -> new Expected.File(true);
            case Value.Words(var words) ->
                    new Expected.Words(words.stream().map(word -> new Word(word, "")).toList());
            case Value.Anything _ -> new Expected.Anything();
        };
    }

    private static String meaning(String... description) {
        return Stream.of(description)
                .findFirst()
                .map(line -> line.replaceFirst("\\.( .*)?$", ""))
                .orElse("");
    }
}
