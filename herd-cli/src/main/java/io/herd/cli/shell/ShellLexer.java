package io.herd.cli.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * What was typed, taken apart as a POSIX shell does it: words, quotes, backslashes, comments, a
 * command on each line. Nothing is expanded.
 *
 * @param commands each with at least one word
 * @param open whether it goes on in the next line, because of a quote or of a backslash at the end
 */
public record ShellLexer(List<List<Word>> commands, boolean open) {

    /**
     * One word.
     *
     * @param text without its quotes
     * @param from where it begins in what was typed
     * @param to where it has ended
     */
    public record Word(String text, int from, int to) {}

    public static ShellLexer of(String typed) {
        return new Reading(typed).all();
    }

    /**
     * The last command of what is still being typed, up to the word that the cursor is in or that
     * could begin there; empty in a comment.
     */
    public static List<Word> begun(String typed) {
        // With one more character there is such a word in any case.
        var commands = of(typed + "x").commands();
        if (commands.isEmpty() || commands.getLast().getLast().to() <= typed.length()) {
            return List.of();
        }
        var words = new ArrayList<>(commands.getLast());
        var last = words.removeLast();
        var text = last.text().substring(0, last.text().length() - 1);
        words.add(new Word(text, last.from(), typed.length()));
        return words;
    }

    /** A word as it must be typed to be read as this. */
    public static String quoted(String word) {
        return word.replaceAll("[\\s'\"\\\\]|^#", "\\\\$0");
    }

    private static final class Reading {

        private static final char END = '\0';
        // Inside double quotes a backslash is only one in front of these.
        private static final String ESCAPED_IN_QUOTES = "\"\\$`\n";

        private final String typed;
        private final List<List<Word>> commands = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private List<Word> command = new ArrayList<>();
        private int from = -1;
        private int at;
        private boolean open;

        Reading(String typed) {
            this.typed = typed;
        }

        ShellLexer all() {
            while (at < typed.length()) {
                step();
            }
            endCommand();
            return new ShellLexer(List.copyOf(commands), open);
        }

        private void step() {
            char next = typed.charAt(at);
            switch (next) {
                case ' ', '\t', '\r' -> endWord();
                case '\n' -> endCommand();
                case '#' -> hash();
                case '\\' -> backslash();
                case '\'' -> singleQuotes();
                case '"' -> doubleQuotes();
                default -> add(next);
            }
            at++;
        }

        private void add(char next) {
            beginWord();
            text.append(next);
        }

        private void beginWord() {
            if (from < 0) {
                from = at;
            }
        }

        private void hash() {
            if (from >= 0) {
                add('#');
                return;
            }
            int end = typed.indexOf('\n', at);
            // The end of the line is still to be seen.
            at = (end < 0 ? typed.length() : end) - 1;
        }

        private void backslash() {
            char escaped = following();
            if (escaped == END) {
                open = true;
            } else if (escaped != '\n') {
                beginWord();
                text.append(escaped);
            }
            at++;
        }

        private void singleQuotes() {
            beginWord();
            int end = typed.indexOf('\'', at + 1);
            open = end < 0;
            int until = open ? typed.length() : end;
            text.append(typed, at + 1, until);
            at = until;
        }

        private void doubleQuotes() {
            beginWord();
            at++;
            while (at < typed.length() && typed.charAt(at) != '"') {
                boolean escaped =
                        typed.charAt(at) == '\\' && ESCAPED_IN_QUOTES.indexOf(following()) >= 0;
                if (!escaped) {
                    text.append(typed.charAt(at));
                } else if (following() != '\n') {
                    text.append(following());
                }
                at += escaped ? 2 : 1;
            }
            open = at >= typed.length();
        }

        private char following() {
            return at + 1 < typed.length() ? typed.charAt(at + 1) : END;
        }

        private void endWord() {
            if (from >= 0) {
                command.add(new Word(text.toString(), from, Math.min(at, typed.length())));
            }
            text.setLength(0);
            from = -1;
        }

        private void endCommand() {
            endWord();
            if (!command.isEmpty()) {
                commands.add(List.copyOf(command));
            }
            command = new ArrayList<>();
        }
    }
}
