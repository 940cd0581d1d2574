package io.herd.herd.creation;

import io.herd.action.Action.PullImage;
import io.herd.herd.answer.Progress;
import java.time.Duration;
import java.util.function.Function;

/**
 * How a node comes by the image of a container that it is to make.
 *
 * @param request makes the request out of the image's name
 * @param extra how much longer than other requests it may take
 * @param listener told of the node that fetches it
 */
public record PullPolicy(
        When when,
        Function<String, PullImage> request,
        Duration extra,
        Progress.Listener listener) {

    /** When it fetches the image from its registry. */
    public enum When {
        /** When no node that may take the container has it. */
        MISSING,
        ALWAYS,
        NEVER
    }
}
