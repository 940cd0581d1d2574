package io.herd.cli.flow;

import java.io.IOException;

/** Something could not be written to the end. */
public sealed interface Unwritten extends Ending {

    /** Whoever was to read it does not want the rest, as {@code head}: that is no error. */
    record Unread() implements Unwritten {}

    /**
     * Somebody still waits for it, or keeps it.
     *
     * @param why in the system's own words, such as that the disk is full
     */
    record Lost(String why) implements Unwritten {}

    /** The one place that tells the two apart. */
    static Unwritten of(IOException e) {
        return BrokenPipe.isIn(e) ? new Unread() : new Lost(String.valueOf(e.getMessage()));
    }
}
