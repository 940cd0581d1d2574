package io.herd.cli.shell;

import io.herd.cli.flow.Console.Caught;

/** Where somebody types lines. */
public interface Editor extends AutoCloseable {

    /** What came of asking for a line. */
    sealed interface Read {

        /** One or more whole lines. */
        record Line(String text) implements Read {}

        /** It was given up with Ctrl-C. */
        record Dropped() implements Read {}

        /** There are no more. */
        record End() implements Read {}
    }

    /** Waits for a line. */
    Read read();

    /** Says something: above what is being typed, or before the next prompt. */
    void tell(String line);

    /** The prompt has changed. */
    void refresh();

    /** Tells of Ctrl-C while no line is waited for, until the result is closed. */
    Caught interrupts(Runnable to);

    @Override
    void close();
}
