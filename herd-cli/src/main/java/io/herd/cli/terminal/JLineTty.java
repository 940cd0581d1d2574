package io.herd.cli.terminal;

import io.herd.action.Streaming.Window;
import io.herd.cli.flow.Console.Caught;
import io.herd.cli.flow.Tty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;

/** The terminal that this process runs in. */
final class JLineTty implements Tty {

    private final Terminal terminal;

    JLineTty() {
        try {
            terminal = TerminalBuilder.builder().system(true).dumb(false).build();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the terminal: " + e.getMessage(), e);
        }
    }

    @Override
    public Window size() {
        return new Window(terminal.getHeight(), terminal.getWidth());
    }

    @Override
    public Caught raw(Consumer<Window> resized) {
        var before = terminal.enterRawMode();
        terminal.handle(Signal.WINCH, _ -> resized.accept(size()));
        Runnable restore = () -> terminal.setAttributes(before);
        var atEnd = Thread.ofPlatform().unstarted(restore);
        Runtime.getRuntime().addShutdownHook(atEnd);
        return () -> {
            restore.run();
            Runtime.getRuntime().removeShutdownHook(atEnd);
        };
    }
}
