package io.herd.cli.shell;

import io.herd.cli.shell.Words.Word;
import java.util.List;

/** Has lines run one after the other, and remembers how the last command ended. */
final class Interpreter {

    private final Runner runner;
    private volatile int status;

    Interpreter(Runner runner) {
        this.runner = runner;
    }

    /** How the last command ended. */
    int status() {
        return status;
    }

    /**
     * @param text one or more whole lines
     * @return whether there may be more: it was not told to leave
     */
    boolean take(String text) {
        var words = Words.of(text);
        if (words.open()) {
            status = runner.wrong("a quote, or a backslash at the end, has nothing behind it");
            return true;
        }
        for (var command : words.commands()) {
            switch (Typed.of(texts(command))) {
                case Typed.Leave _ -> {
                    return false;
                }
                case Typed.Run(var arguments) -> status = runner.run(arguments);
                case Typed.Watch line -> status = runner.watch(line);
                case Typed.Help _ -> status = runner.help();
                case Typed.Wrong(var why) -> status = runner.wrong(why);
            }
        }
        return true;
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }
}
