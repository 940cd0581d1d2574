package io.herd.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.cli.flow.Console;
import io.herd.cli.flow.Console.Caught;
import io.herd.cli.shell.Editor;
import io.herd.cli.shell.WholeLines;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/**
 * Line editor for terminals that can only show text: the terminal itself edits the line, as far as
 * it can.
 */
final class PlainEditor implements Editor {

    private final Terminal terminal;
    private final Console console;
    private final Supplier<String> prompt;
    private final WholeLines lines;

    PlainEditor(Terminal terminal, Console console, Supplier<String> prompt) {
        this.terminal = terminal;
        this.console = console;
        this.prompt = prompt;
        this.lines = new WholeLines(console.in(), this::write);
    }

    @Override
    public Read read() {
        var reader = Thread.currentThread();
        try (var _ = interrupts(reader::interrupt)) {
            return lines.next(prompt.get()).<Read>map(Read.Line::new).orElseGet(this::end);
        } catch (InterruptedIOException e) {
            var _ = Thread.interrupted();
            write("\n");
            return new Read.Dropped();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from the terminal: " + e.getMessage(), e);
        }
    }

    private Read end() {
        write("\n");
        return new Read.End();
    }

    @Override
    public void tell(String line) {
        write("\n" + line + "\n");
    }

    /** Does nothing: the cursor cannot go back to the prompt. */
    @Override
    public void refresh() {}

    @Override
    public List<String> history() {
        return List.of();
    }

    @Override
    public void clear() {}

    @Override
    public Caught interrupts(Runnable to) {
        var before = terminal.handle(Signal.INT, _ -> to.run());
        return () -> terminal.handle(Signal.INT, before);
    }

    private void write(String text) {
        try {
            console.out().write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the terminal: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {}
}
