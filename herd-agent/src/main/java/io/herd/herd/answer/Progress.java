package io.herd.herd.answer;

import io.herd.model.NodeName;
import java.util.Set;

/**
 * Progress events of a long operation: creating containers, or bringing an image to nodes. The
 * first is {@link Creating}, {@link Pulling} or {@link Copying} and the last {@link Ended},
 * whatever happens. In between, each instance gets exactly one of {@link Created}, {@link
 * NotStarted} and {@link Failed}, or each node exactly one of {@link Pulled} and {@link NotPulled}.
 */
public sealed interface Progress {

    /** Receives the events. */
    @FunctionalInterface
    interface Listener {

        /** Called by several threads at once; must not block, because they do the work. */
        void hear(Progress news);
    }

    /** Ignores all events. */
    Listener UNHEARD = _ -> {};

    /** Creation begins, of this many containers. */
    record Creating(int instances) implements Progress {}

    /** An instance exists as requested. */
    record Created(int instance, NodeName node) implements Progress {}

    /** An instance exists, but was to run and does not. */
    record NotStarted(int instance, NodeName node) implements Progress {}

    /** No node creates this instance. */
    record Failed(int instance) implements Progress {}

    /** Not all could be created, so those that were are removed again: this many. */
    record Undoing(int instances) implements Progress {}

    /** The node was asked to remove the instance again, whether or not it succeeded. */
    record Undone(int instance, NodeName node) implements Progress {}

    /** These nodes are asked to pull an image. */
    record Pulling(String image, Set<NodeName> nodes) implements Progress {

        public Pulling {
            nodes = Set.copyOf(nodes);
        }
    }

    /** These nodes are to get an image from others. */
    record Copying(String image, Set<NodeName> nodes) implements Progress {

        public Copying {
            nodes = Set.copyOf(nodes);
        }
    }

    /** So many bytes of the image have come to the node. */
    record Arriving(NodeName node, long bytes) implements Progress {}

    /** The node has the image. */
    record Pulled(NodeName node) implements Progress {}

    /** The node has not got it, or did not answer. */
    record NotPulled(NodeName node) implements Progress {}

    /** The operation has ended; the last event. */
    record Ended() implements Progress {}
}
