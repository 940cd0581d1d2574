package io.herd.cli.shell;

import io.herd.action.Streaming.Window;
import io.herd.cli.context.Asker;
import io.herd.cli.flow.Console;
import io.herd.cli.flow.Console.Caught;
import io.herd.cli.flow.MemoryConsole;
import io.herd.cli.flow.Tty;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A terminal in memory: what is typed is put into a queue, what is shown is kept. */
final class MemoryShellTerminal implements ShellTerminal, Editor, Tty {

    final BlockingQueue<Read> typed = new LinkedBlockingQueue<>();
    final List<String> prompts = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    final MemoryConsole console = new MemoryConsole();
    volatile Runnable ctrlC = () -> {};

    /** Whether Ctrl-C is pressed as soon as somebody would take it. */
    volatile boolean impatient;

    private volatile Supplier<String> prompt = () -> "";

    void type(String line) {
        typed.add(new Read.Line(line));
    }

    void leave() {
        typed.add(new Read.End());
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public Tty tty() {
        return this;
    }

    @Override
    public Asker asker() {
        return _ -> false;
    }

    @Override
    public boolean isScreen() {
        return false;
    }

    @Override
    public Editor editor(Supplier<String> asking, Suggestions suggestions, Optional<Path> history) {
        prompt = asking;
        return this;
    }

    @Override
    public Read read() {
        prompts.add(prompt.get());
        try {
            return typed.take();
        } catch (InterruptedException e) {
            return new Read.End();
        }
    }

    @Override
    public void tell(String line) {
        told.add(line);
    }

    @Override
    public void refresh() {
        prompts.add(prompt.get());
    }

    @Override
    public List<String> history() {
        return List.of("ps", "version");
    }

    @Override
    public void clear() {}

    @Override
    public Caught interrupts(Runnable to) {
        ctrlC = to;
        if (impatient) {
            to.run();
        }
        return () -> ctrlC = () -> {};
    }

    @Override
    public Window size() {
        return new Window(24, 80);
    }

    @Override
    public Caught raw(Consumer<Window> resized) {
        return () -> {};
    }

    @Override
    public void close() {}
}
