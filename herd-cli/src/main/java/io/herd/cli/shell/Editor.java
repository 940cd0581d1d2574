package io.herd.cli.shell;

import io.herd.cli.flow.Console.Caught;
import java.util.List;

/**
 * A line editor in which the user types commands. {@link #tell} and {@link #refresh} may be called
 * by any thread.
 */
public interface Editor extends AutoCloseable {

    /** The result of reading a line. */
    sealed interface Read {

        /** One or more whole lines. */
        record Line(String text) implements Read {}

        /** The user gave the line up with Ctrl-C. */
        record Dropped() implements Read {}

        /** The end of the input. */
        record End() implements Read {}
    }

    /** Waits for a line. */
    Read read();

    /** Prints a message: above the line that is being typed, or before the next prompt. */
    void tell(String line);

    /** Draws the prompt again, because it has changed. */
    void refresh();

    /** The lines that can be recalled, the oldest first. */
    List<String> history();

    /** Clears the screen. */
    void clear();

    /** Calls back on Ctrl-C while no line is being read, until the result is closed. */
    Caught interrupts(Runnable to);

    @Override
    void close();
}
