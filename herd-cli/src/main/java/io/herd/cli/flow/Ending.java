package io.herd.cli.flow;

import io.herd.action.Outcome;

/** How a stream ended. */
public sealed interface Ending
        permits Ending.Exited, Ending.Complete, Ending.Broken, Ending.Interrupted, Unwritten {

    /** The process ended, with this exit code. */
    record Exited(int code) implements Ending {}

    /** The stream is complete; a process behind it may go on. */
    record Complete() implements Ending {}

    /**
     * The stream broke before its end.
     *
     * @param why the node's failure, or that it cannot be reached any more
     */
    record Broken(Outcome why) implements Ending {}

    /** The user insisted on leaving; a process behind it may go on. */
    record Interrupted() implements Ending {}
}
