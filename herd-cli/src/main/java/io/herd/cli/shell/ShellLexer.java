package io.herd.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A typed text, split into commands and words as a POSIX shell does it: quotes, backslashes,
 * comments, one command a line or several behind {@code ;}, {@code &&} or {@code ||}. Nothing is
 * expanded.
 *
 * @param commands each with at least one word
 * @param open whether the text continues in the next line, because of an open quote or of a
 *     backslash at the end
 * @param wrong why nothing of it can be run, if so: a pipe, for example
 */
public record ShellLexer(List<Command> commands, boolean open, Optional<String> wrong) {

    /**
     * A command.
     *
     * @param link when it is run
     */
    public record Command(Link link, List<Word> words) {}

    /**
     * A word and its place in the text.
     *
     * @param text without its quotes
     * @param from index of its first character in the typed text
     * @param to index behind its last character
     */
    public record Word(String text, int from, int to) {}

    public static ShellLexer of(String typed) {
        return new Reading(typed).all();
    }

    /**
     * The words of the last command in an unfinished text, for completion. The last of them is the
     * word at the cursor, which may be empty. No words at all in a comment.
     */
    public static List<Word> begun(String typed) {
        // One more character makes sure that there is a word at the cursor.
        var commands = of(typed + "x").commands();
        if (commands.isEmpty() || commands.getLast().words().getLast().to() <= typed.length()) {
            return List.of();
        }
        var words = new ArrayList<>(commands.getLast().words());
        var last = words.removeLast();
        var text = last.text().substring(0, last.text().length() - 1);
        words.add(new Word(text, last.from(), typed.length()));
        return words;
    }

    /** Escapes a word so that it is read as one word. */
    public static String quoted(String word) {
        return word.replaceAll("[\\s'\"\\\\;&|<>]|^#", "\\\\$0");
    }

    private static final class Reading {

        private static final char END = '\0';
        // Inside double quotes a backslash escapes only these.
        private static final String ESCAPED_IN_QUOTES = "\"\\$`\n";

        private final String typed;
        private final List<Command> commands = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private List<Word> command = new ArrayList<>();
        private int from = -1;
        private int at;
        private boolean open;
        private Link link = Link.LINE;
        private Optional<String> wrong = Optional.empty();

        Reading(String typed) {
            this.typed = typed;
        }

        ShellLexer all() {
            while (at < typed.length()) {
                step();
            }
            endCommand();
            return new ShellLexer(List.copyOf(commands), open || awaitsMore(), wrong);
        }

        private void step() {
            char next = typed.charAt(at);
            switch (next) {
                case ' ', '\t', '\r' -> endWord();
                case '\n' -> endLine();
                case ';' -> endCommand(Link.THEN);
                case '&', '|' -> operator(next);
                case '<', '>' -> refuse(next);
                case '#' -> hash();
                case '\\' -> backslash();
                case '\'' -> singleQuotes();
                case '"' -> doubleQuotes();
                default -> add(next);
            }
            at++;
        }

        private void operator(char next) {
            if (following() != next) {
                refuse(next);
                return;
            }
            at++;
            endCommand(next == '&' ? Link.AND : Link.OR);
        }

        private void refuse(char operator) {
            endCommand();
            var instead =
                    switch (operator) {
                        case '|' -> "herd … | COMMAND";
                        case '&' -> "herd … &";
                        default -> "herd … " + operator + " FILE";
                    };
            wrong(
                    "this shell has no '%s': use '%s' in your own shell, or quotes"
                            .formatted(operator, instead));
        }

        private void wrong(String why) {
            wrong = wrong.or(() -> Optional.of(why));
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
            // The newline itself is read by the next step.
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
                commands.add(new Command(link, List.copyOf(command)));
                link = Link.LINE;
            }
            command = new ArrayList<>();
        }

        private void endCommand(Link next) {
            endWord();
            if (command.isEmpty()) {
                wrong("there is no command in front of '%s'".formatted(typed.charAt(at)));
            }
            endCommand();
            link = next;
        }

        // As in sh the command behind && may stand in the next line.
        private void endLine() {
            endWord();
            boolean more = command.isEmpty() && awaitsMore();
            endCommand();
            link = more ? link : Link.LINE;
        }

        private boolean awaitsMore() {
            return link == Link.AND || link == Link.OR;
        }
    }
}
