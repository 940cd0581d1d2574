package io.herd.cli.archive;

import io.herd.model.IoReason;
import java.io.IOException;

/** Thrown when a copy cannot be made; its message is for the user. */
public final class CopyException extends IOException {

    private static final long serialVersionUID = 1L;

    public CopyException(String message) {
        super(message);
    }

    CopyException(String message, Exception cause) {
        super(message, cause);
    }

    /**
     * An exception for an error of the file system, with its reason in words.
     *
     * @param what could not be done, such as "cannot read '/x'"
     */
    static CopyException of(String what, IOException e) {
        return of(what, e, "");
    }

    /** The same, with a consequence added. */
    static CopyException of(String what, IOException e, String then) {
        return new CopyException(what + ": " + IoReason.of(e) + then, e);
    }
}
