package io.herd.cli.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a line asks the shell for. */
sealed interface ShellCommandLine {

    /** To run a command line of herd. */
    record Run(List<String> arguments) implements ShellCommandLine {}

    /** To show which commands there are. */
    record Help() implements ShellCommandLine {}

    /** To show again and again what a command line prints. */
    record Watch(Duration every, List<String> arguments) implements ShellCommandLine {}

    /** To end. */
    record Leave() implements ShellCommandLine {}

    /** Something it does not understand. */
    record Wrong(String why) implements ShellCommandLine {}

    /**
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
            case "exit", "quit" ->
                    rest.isEmpty()
                            ? new Leave()
                            : new Wrong("'%s' takes no arguments".formatted(words.getFirst()));
            default -> new Run(words);
        };
    }

    private static ShellCommandLine help(List<String> command) {
        var arguments = new ArrayList<>(command);
        arguments.add("--help");
        return new Run(arguments);
    }
}
