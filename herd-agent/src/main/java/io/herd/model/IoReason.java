package io.herd.model;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Describes in words why reading or writing failed, without the name of the file. */
public final class IoReason {

    private IoReason() {}

    // The message of a file system's exception begins with the file's name, or is only that; the
    // class shows the reason.
    public static String of(Exception e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or directory";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _ -> "not a directory";
            case FileSystemException system ->
                    Objects.requireNonNullElse(system.getReason(), "the system refuses");
            default -> String.valueOf(e.getMessage());
        };
    }
}
