package io.herd.json.docker;

import io.herd.json.Fields;
import io.herd.json.UnexpectedJsonException;
import io.herd.model.RawJson;
import java.util.Optional;

/** Reads the Docker API's description of a path in a container. */
public final class PathJson {

    // Bits of Go's os.FileMode.
    private static final long DIRECTORY = 1L << 31;
    private static final long LINK = 1L << 27;
    // Devices, named pipes, sockets and other irregular files.
    private static final long OTHER = 1L << 26 | 1L << 25 | 1L << 24 | 1L << 21 | 1L << 19;

    private PathJson() {}

    /**
     * What is at a path.
     *
     * @param other whether it is neither a file nor a directory nor a link
     * @param link target of the link, if it is one
     */
    public record Found(boolean directory, boolean other, Optional<String> link) {}

    public static Found found(RawJson stat) throws UnexpectedJsonException {
        return DaemonDocument.object(stat, PathJson::found);
    }

    private static Found found(Fields json) {
        long mode = json.number("mode");
        return new Found(
                (mode & DIRECTORY) != 0,
                (mode & OTHER) != 0,
                (mode & LINK) == 0 ? Optional.empty() : json.maybeText("linkTarget"));
    }
}
