package io.herd.cli.copy;

import io.herd.action.Action.StatPath;
import io.herd.herd.ContainerResult;
import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.List;

/** The source or the target of a copy. */
public sealed interface CopyEnd {

    /** A path in a container. */
    record There(ContainerRef container, String path) implements CopyEnd {

        /** Asks the container's node what is at the path. */
        ContainerResult stat(Herd herd, Selector who) throws NoSuchNodeException {
            return herd.act(who, List.of(container), id -> new StatPath(id, path), Duration.ZERO)
                    .getFirst();
        }
    }

    /** A path of this host. */
    record Here(String path) implements CopyEnd {}

    /** An archive at standard input or output. */
    record Piped() implements CopyEnd {}

    /**
     * Parses an argument of {@code cp}. As in docker, a text that begins with / or . is a path of
     * this host, whatever follows.
     *
     * @throws IllegalArgumentException naming the text, if it has no path
     */
    static CopyEnd parse(String text) {
        int colon = text.indexOf(':');
        if (text.equals("-")) {
            return new Piped();
        }
        if (text.isEmpty() || colon == text.length() - 1) {
            throw new IllegalArgumentException(
                    "'%s' has no path: use CONTAINER:PATH or a path of this host".formatted(text));
        }
        return colon < 0 || text.startsWith("/") || text.startsWith(".")
                ? new Here(text)
                : new There(
                        ContainerRef.parse(text.substring(0, colon)), text.substring(colon + 1));
    }
}
