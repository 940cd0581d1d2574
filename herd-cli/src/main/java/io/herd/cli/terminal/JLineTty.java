package io.herd.cli.terminal;

import io.herd.action.Streaming.Window;
import io.herd.cli.flow.Console.Caught;
import io.herd.cli.flow.Tty;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/** The process's terminal through JLine: its size and raw mode. */
record JLineTty(Terminal terminal) implements Tty {

    // A type that supports modes; its other abilities do not matter here.
    static final String SIMPLE = "ansi";

    static JLineTty open() {
        return new JLineTty(SystemTerminal.open(SIMPLE));
    }

    @Override
    public Window size() {
        return new Window(terminal.getHeight(), terminal.getWidth());
    }

    @Override
    public Caught raw(Consumer<Window> resized) {
        var before = terminal.enterRawMode();
        terminal.setAttributes(rawer(terminal.getAttributes()));
        var listener = terminal.handle(Signal.WINCH, _ -> resized.accept(size()));
        // If a signal ends the process before, JLine itself restores the terminal.
        return () -> {
            terminal.setAttributes(before);
            terminal.handle(Signal.WINCH, listener);
        };
    }

    // JLine's raw mode leaves Ctrl-C and line ends to the terminal, and lets reads return without
    // any byte, which a stream takes for its end.
    private static Attributes rawer(Attributes raw) {
        raw.setLocalFlag(LocalFlag.ISIG, false);
        raw.setOutputFlag(OutputFlag.OPOST, false);
        raw.setControlChar(ControlChar.VMIN, 1);
        raw.setControlChar(ControlChar.VTIME, 0);
        return raw;
    }
}
