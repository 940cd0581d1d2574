package io.herd.cli.terminal;

import io.herd.cli.shell.ShellLexer;
import io.herd.cli.shell.ShellLexer.Word;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * A line up to the cursor, parsed for JLine's completion.
 *
 * @param begun the words of the command, the last of them being typed; empty in a comment
 */
record ParsedWords(String line, int cursor, List<Word> begun) implements CompletingParsedLine {

    static ParsedWords of(String line, int cursor) {
        return new ParsedWords(line, cursor, ShellLexer.begun(line.substring(0, cursor)));
    }

    /** Makes JLine ask for another line if a command continues there. */
    static final class Grammar implements Parser {

        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            if (context == ParseContext.ACCEPT_LINE && ShellLexer.of(line).open()) {
                throw new EOFError(-1, cursor, "it goes on in the next line");
            }
            return of(line, Math.min(cursor, line.length()));
        }
    }

    @Override
    public List<String> words() {
        return begun.stream().map(Word::text).toList();
    }

    @Override
    public int wordIndex() {
        return begun.size() - 1;
    }

    @Override
    public String word() {
        return begun.isEmpty() ? "" : begun.getLast().text();
    }

    @Override
    public int wordCursor() {
        return word().length();
    }

    @Override
    public int rawWordCursor() {
        return begun.isEmpty() ? 0 : begun.getLast().to() - begun.getLast().from();
    }

    @Override
    public int rawWordLength() {
        return rawWordCursor();
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return ShellLexer.quoted(candidate.toString());
    }
}
