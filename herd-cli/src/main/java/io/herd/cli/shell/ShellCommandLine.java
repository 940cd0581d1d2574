package io.herd.cli.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a line asks the shell to do. */
sealed interface ShellCommandLine {

    /** Run a command line of herd. */
    record Run(List<String> arguments) implements ShellCommandLine {}

    /** Show the help. */
    record Help() implements ShellCommandLine {}

    /** Run a command line again and again, and show its output. */
    record Watch(Duration every, List<String> arguments) implements ShellCommandLine {}

    /** Show the lines that can be recalled. */
    record History() implements ShellCommandLine {}

    /** Clear the screen. */
    record Clear() implements ShellCommandLine {}

    /** Leave the shell. */
    record Leave() implements ShellCommandLine {}

    /** Report that the line makes no sense. */
    record Wrong(String why) implements ShellCommandLine {}

    /**
     * Interprets the words of a line.
     *
     * @param words of one command, at least one
     */
    static ShellCommandLine of(List<String> words) {
        var rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "herd" -> rest.isEmpty() ? new Help() : of(rest);
            case "help" -> rest.isEmpty() ? new Help() : help(rest);
            case "watch" -> WatchWords.of(rest);
            case "agent" ->
                    new Wrong("an agent does not run in a shell: start 'herd agent' by itself");
            // With an image it is docker's command of this name.
            case "history" -> rest.isEmpty() ? new History() : new Run(words);
            case "clear" -> alone(words, new Clear());
            case "exit", "quit" -> alone(words, new Leave());
            default -> new Run(words);
        };
    }

    private static ShellCommandLine alone(List<String> words, ShellCommandLine meant) {
        return words.size() == 1
                ? meant
                : new Wrong("'%s' takes no arguments".formatted(words.getFirst()));
    }

    private static ShellCommandLine help(List<String> command) {
        var arguments = new ArrayList<>(command);
        arguments.add("--help");
        return new Run(arguments);
    }
}
