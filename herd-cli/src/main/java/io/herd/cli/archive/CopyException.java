package io.herd.cli.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** A copy that cannot be made; its message is for the user. */
public final class CopyException extends IOException {

    private static final long serialVersionUID = 1L;

    public CopyException(String message) {
        super(message);
    }

    CopyException(String message, Exception cause) {
        super(message, cause);
    }

    /**
     * What the system says of a file, in words.
     *
     * @param what could not be done, such as "cannot read '/x'"
     */
    static CopyException of(String what, IOException e) {
        return of(what, e, "");
    }

    /** The same, with what that leads to. */
    static CopyException of(String what, IOException e, String then) {
        return new CopyException(what + ": " + reason(e) + then, e);
    }

    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or directory";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _ -> "not a directory";
            case FileSystemException other ->
                    Optional.ofNullable(other.getReason()).orElse("the system refuses");
            default -> String.valueOf(e.getMessage());
        };
    }
}
