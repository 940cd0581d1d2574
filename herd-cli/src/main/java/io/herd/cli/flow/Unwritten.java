package io.herd.cli.flow;

import java.io.IOException;

/** An ending because output could not be written. */
public sealed interface Unwritten extends Ending {

    /** The reader did not want the rest, such as {@code head}: no error. */
    record Unread() implements Unwritten {}

    /**
     * The output is lost, though somebody still waits for it or keeps it.
     *
     * @param why in the system's own words, such as that the disk is full
     */
    record Lost(String why) implements Unwritten {}

    /** Tells the two apart; only done here. */
    static Unwritten of(IOException e) {
        return BrokenPipe.isIn(e) ? new Unread() : new Lost(String.valueOf(e.getMessage()));
    }
}
