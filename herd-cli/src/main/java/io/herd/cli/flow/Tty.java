package io.herd.cli.flow;

import io.herd.action.Streaming.Window;
import java.util.function.Consumer;

/** A terminal at which a user sits. */
public interface Tty {

    Window size();

    /**
     * Puts the terminal into raw mode, in which every key is passed on as it is, even Ctrl-C, until
     * the result is closed or the process ends.
     *
     * @param resized takes every new window size
     */
    Console.Caught raw(Consumer<Window> resized);
}
