package io.herd.cli.shell;

import io.herd.cli.shell.ShellLexer.Word;
import java.util.List;

/**
 * Parses lines, has their commands run one after the other, and remembers how the last one ended.
 */
final class Interpreter {

    private final Runner runner;
    private volatile int status;

    Interpreter(Runner runner) {
        this.runner = runner;
    }

    /** The exit code of the last command; readable from any thread. */
    int status() {
        return status;
    }

    /**
     * Runs the commands of some lines.
     *
     * @param text one or more whole lines
     * @return whether to read more lines: false after exit or quit
     */
    boolean take(String text) {
        var lexed = ShellLexer.of(text);
        if (lexed.wrong().isPresent()) {
            status = runner.wrong(lexed.wrong().get());
            return true;
        }
        if (lexed.open()) {
            status = runner.wrong("a quote, '\\', '&&' or '||' at the end has nothing behind it");
            return true;
        }
        for (var command : lexed.commands()) {
            if (command.link().holds(status) && !run(texts(command.words()))) {
                return false;
            }
        }
        return true;
    }

    private boolean run(List<String> words) {
        switch (ShellCommandLine.of(words)) {
            case ShellCommandLine.Leave _ -> {
                return false;
            }
            case ShellCommandLine.Run(var arguments) -> status = runner.run(arguments);
            case ShellCommandLine.Watch line -> status = runner.watch(line);
            case ShellCommandLine.History _ -> status = runner.history();
            case ShellCommandLine.Clear _ -> status = runner.clear();
            case ShellCommandLine.Help _ -> status = runner.help();
            case ShellCommandLine.Wrong(var why) -> status = runner.wrong(why);
        }
        return true;
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }
}
