package io.herd.cli.flow;

import io.herd.action.Outcome;

/** How a stream came to its end. */
public sealed interface Ending
        permits Ending.Exited, Ending.Complete, Ending.Broken, Ending.Interrupted, Unwritten {

    /** With the process behind it. */
    record Exited(int code) implements Ending {}

    /** There is no more; a process behind it may go on. */
    record Complete() implements Ending {}

    /**
     * Before its end.
     *
     * @param why the node's failure, or that it cannot be reached any more
     */
    record Broken(Outcome why) implements Ending {}

    /** The user has insisted; a process behind it may go on. */
    record Interrupted() implements Ending {}
}
