package io.herd.herd.creation;

import io.herd.action.Action.PullImage;
import io.herd.herd.answer.Progress;
import java.time.Duration;
import java.util.function.Function;

/**
 * When and how a node pulls the image of a container that it is to create.
 *
 * @param request makes the pull request from the image's name
 * @param extra how much longer than other requests it may take
 * @param listener told of the node that pulls it
 */
public record PullPolicy(
        When when,
        Function<String, PullImage> request,
        Duration extra,
        Progress.Listener listener) {

    /** When the node pulls the image from its registry. */
    public enum When {
        /** If no node that may take the container has it. */
        MISSING,
        ALWAYS,
        NEVER
    }
}
