package io.herd.cli.terminal;

import io.herd.cli.flow.Console.Caught;
import io.herd.cli.render.Notice;
import io.herd.cli.shell.Editor;
import io.herd.cli.shell.Suggestions;
import io.herd.cli.shell.Suggestions.Suggestion;
import io.herd.model.IoReason;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.ParsedLine;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.OSUtils;

/**
 * Line editor with history, completion and a prompt that changes while a line is typed, on JLine.
 */
final class LineEditor implements Editor {

    private static final int MOST_LINES = 5_000;
    private static final String DROP = "drop-line";
    // _POSIX_VDISABLE
    private static final int NO_KEY = OSUtils.IS_OSX ? 0xff : 0;

    private final Terminal terminal;
    private final Supplier<String> prompt;
    private final Suggestions suggestions;
    private final RecallingReader reader;
    private final Queue<String> news = new ConcurrentLinkedQueue<>();

    LineEditor(
            Terminal terminal,
            Supplier<String> prompt,
            Suggestions suggestions,
            Optional<Path> history) {
        this.terminal = terminal;
        this.prompt = prompt;
        this.suggestions = suggestions;
        this.reader = new RecallingReader(terminal, new TypedLines(this::unsaved));
        configure();
        history.map(HistoryFile::new).ifPresent(this::keepHistory);
    }

    private void configure() {
        reader.setParser(new ParsedWords.Grammar());
        reader.setCompleter(this::complete);
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "> ");
        reader.setVariable(LineReader.HISTORY_SIZE, MOST_LINES);
        reader.setVariable(LineReader.HISTORY_FILE_SIZE, MOST_LINES);
        // Offer only words that begin with what was typed, not similar ones.
        reader.setVariable(LineReader.ERRORS, 0);
        reader.option(Option.INSERT_TAB, false);
        reader.option(Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(Option.HISTORY_IGNORE_SPACE, true);
        reader.option(Option.HISTORY_TIMESTAMPED, false);
        // A command's output may lack its last line end.
        reader.option(Option.AUTO_FRESH_LINE, true);
        bindCtrlC();
    }

    // By a name: an open list of completions does not leave the keys that are bound to a widget
    // itself to others.
    private void bindCtrlC() {
        reader.getWidgets().put(DROP, this::drop);
        Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN))
                .bind(new Reference(DROP), KeyMap.ctrl('C'));
    }

    private void keepHistory(HistoryFile file) {
        file.prepare()
                .ifPresentOrElse(
                        why -> news.add(Notice.of("no history is kept: " + why)),
                        () -> reader.setVariable(LineReader.HISTORY_FILE, file.path()));
    }

    private void unsaved(IOException why) {
        news.add(
                Notice.of(
                        "the history cannot be written, and lines typed now are lost with this shell: "
                                + IoReason.of(why)));
    }

    @Override
    public Read read() {
        // Ctrl-C or Ctrl-\ that is typed while no command waits for it must not end the shell.
        terminal.handle(Signal.INT, _ -> {});
        terminal.handle(Signal.QUIT, _ -> {});
        for (var line = news.poll(); line != null; line = news.poll()) {
            reader.printAbove(line);
        }
        var before = terminal.getAttributes();
        terminal.setAttributes(withCtrlCAsKey(before));
        try {
            return new Read.Line(reader.readLine(prompt.get()));
        } catch (UserInterruptException e) {
            return new Read.Dropped();
        } catch (EndOfFileException | IOError e) {
            return new Read.End();
        } finally {
            terminal.setAttributes(before);
        }
    }

    // As a signal Ctrl-C would be noticed late, and what is typed after it would be added to the
    // old line.
    private static Attributes withCtrlCAsKey(Attributes before) {
        var attributes = new Attributes(before);
        attributes.setControlChar(ControlChar.VINTR, NO_KEY);
        return attributes;
    }

    private boolean drop() {
        throw new UserInterruptException(reader.getBuffer().toString());
    }

    @Override
    public void tell(String line) {
        if (reader.isReading()) {
            reader.setPrompt(prompt.get());
            reader.printAbove(line);
        } else {
            news.add(line);
        }
    }

    @Override
    public void refresh() {
        try {
            reader.setPrompt(prompt.get());
            reader.callWidget(LineReader.REDISPLAY);
        } catch (IllegalStateException e) {
            // No line is being read at this moment, and the next prompt is new anyway.
        }
    }

    @Override
    public List<String> history() {
        var lines = new ArrayList<String>();
        reader.getHistory().forEach(entry -> lines.add(entry.line()));
        return lines;
    }

    @Override
    public void clear() {
        terminal.puts(Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public Caught interrupts(Runnable to) {
        var before = terminal.handle(Signal.INT, _ -> to.run());
        return () -> terminal.handle(Signal.INT, before);
    }

    private void complete(LineReader by, ParsedLine line, List<Candidate> candidates) {
        if (line.words().isEmpty()) {
            return;
        }
        var before = line.words().subList(0, line.wordIndex());
        suggestions.at(before, line.word()).stream()
                .map(LineEditor::candidate)
                .forEach(candidates::add);
    }

    private static Candidate candidate(Suggestion suggestion) {
        var meaning = suggestion.meaning().isEmpty() ? null : suggestion.meaning();
        return new Candidate(
                suggestion.text(),
                suggestion.text(),
                null,
                meaning,
                null,
                null,
                suggestion.whole());
    }

    @Override
    public void close() {}
}
