package io.herd.cli.flow;

import io.herd.action.Streaming.Window;
import java.util.function.Consumer;

/** A terminal that somebody sits at. */
public interface Tty {

    Window size();

    /**
     * Hands every key over as it is, Ctrl-C too, until the result is closed or the process ends.
     *
     * @param resized told of every new size
     */
    Console.Caught raw(Consumer<Window> resized);
}
