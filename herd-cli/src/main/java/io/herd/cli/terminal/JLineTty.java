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

/** The terminal that this process runs in. */
record JLineTty(Terminal terminal) implements Tty {

    // It must have modes; what else it can do is for who uses it to know.
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
        // Should a signal end the process before, JLine itself puts the terminal back.
        return () -> {
            terminal.setAttributes(before);
            terminal.handle(Signal.WINCH, listener);
        };
    }

    // JLine leaves Ctrl-C and line ends to the terminal, and has reads return without anything,
    // which a stream takes for its end.
    private static Attributes rawer(Attributes raw) {
        raw.setLocalFlag(LocalFlag.ISIG, false);
        raw.setOutputFlag(OutputFlag.OPOST, false);
        raw.setControlChar(ControlChar.VMIN, 1);
        raw.setControlChar(ControlChar.VTIME, 0);
        return raw;
    }
}
