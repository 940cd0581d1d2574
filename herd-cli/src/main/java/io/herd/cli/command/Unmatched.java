package io.herd.cli.command;

import static java.util.stream.Collectors.joining;

import io.herd.cli.render.Complaint;
import io.herd.herd.answer.ErrorCode;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The usage error for an argument that no command takes, with suggestions of what was meant. */
final class Unmatched {

    private static final int MOST_SUGGESTED = 3;

    private Unmatched() {}

    /**
     * The word of a command in front of the one that is wrong, if nobody takes it: it comes first.
     */
    static Optional<UnmatchedArgumentException> inFront(ParameterException e) {
        var first = Optional.<UnmatchedArgumentException>empty();
        for (var at = e.getCommandLine().getParent(); at != null; at = at.getParent()) {
            var words = at.getUnmatchedArguments();
            if (!words.isEmpty()) {
                first = Optional.of(new UnmatchedArgumentException(at, words));
            }
        }
        return first;
    }

    static Complaint complaint(UnmatchedArgumentException e) {
        var command = e.getCommandLine().getCommandSpec();
        var see = "see '%s --help'".formatted(command.qualifiedName());
        var meant = meant(e, command).stream().limit(MOST_SUGGESTED).toList();
        var mend =
                meant.isEmpty()
                        ? see
                        : "did you mean %s? Or %s"
                                .formatted(
                                        meant.stream()
                                                .map("'%s'"::formatted)
                                                .collect(joining(" or ")),
                                        see);
        return new Complaint("", message(e, command), Optional.of(mend)).as(ErrorCode.USAGE);
    }

    private static String message(UnmatchedArgumentException e, CommandSpec command) {
        return e.isUnknownOption()
                ? "unknown option '%s'".formatted(option(e))
                : message(e.getUnmatched().getFirst(), command);
    }

    // Without the value that it was typed with.
    private static String option(UnmatchedArgumentException e) {
        var typed = e.getUnmatched().getFirst();
        int equals = typed.indexOf('=');
        return typed.startsWith("--") && equals > 0 ? typed.substring(0, equals) : typed;
    }

    static String message(String word, CommandSpec command) {
        return command.subcommands().isEmpty()
                ? "unexpected argument '%s'".formatted(word)
                : "unknown command '%s' for '%s'".formatted(word, command.qualifiedName());
    }

    private static List<String> meant(UnmatchedArgumentException e, CommandSpec command) {
        var typed = e.getUnmatched().getFirst();
        if (e.isUnknownOption()) {
            return Typo.of(option(e), command.optionsMap().keySet());
        }
        var inGroups = inGroups(command, typed);
        return inGroups.isEmpty()
                ? Typo.of(typed, command.subcommands().keySet()).stream()
                        .map(it -> command.qualifiedName() + " " + it)
                        .toList()
                : inGroups;
    }

    /**
     * The commands of that name in groups: some that docker has at top level are only in a group
     * here, such as {@code herd container rm}.
     */
    private static List<String> inGroups(CommandSpec command, String name) {
        return command.subcommands().values().stream()
                .map(group -> group.getSubcommands().get(name))
                .flatMap(it -> Optional.ofNullable(it).stream())
                .map(CommandLine::getCommandSpec)
                .map(CommandSpec::qualifiedName)
                .distinct()
                .toList();
    }
}
