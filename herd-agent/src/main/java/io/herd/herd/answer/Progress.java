package io.herd.herd.answer;

import io.herd.model.NodeName;
import java.util.Set;

/**
 * What long work has come to, told while it goes on. It begins with {@link Creating} or {@link
 * Pulling} and ends with {@link Ended}, whatever happens. In between each instance comes to exactly
 * one of {@link Created}, {@link NotStarted} and {@link Failed}, or each node to exactly one of
 * {@link Pulled}, {@link NotPulled} and {@link LeftOut}.
 */
public sealed interface Progress {

    /** Who is told. */
    @FunctionalInterface
    interface Listener {

        /** Called by several threads at once; must not block, for they do the work. */
        void hear(Progress news);
    }

    /** Nobody is told. */
    Listener UNHEARD = _ -> {};

    /** Containers are to be there: as many as were ordered. */
    record Creating(int instances) implements Progress {}

    /** An instance is there as it was ordered. */
    record Created(int instance, NodeName node) implements Progress {}

    /** An instance is there, but was to run and does not. */
    record NotStarted(int instance, NodeName node) implements Progress {}

    /** No node is going to make this instance. */
    record Failed(int instance) implements Progress {}

    /** Not all could be made, so those that were are removed again: as many as this. */
    record Undoing(int instances) implements Progress {}

    /** The node was asked to remove it again, and has done so or not. */
    record Undone(int instance, NodeName node) implements Progress {}

    /** These nodes are asked to fetch an image. */
    record Pulling(String image, Set<NodeName> nodes) implements Progress {

        public Pulling {
            nodes = Set.copyOf(nodes);
        }
    }

    /** The node has the image. */
    record Pulled(NodeName node) implements Progress {}

    /** The node could not fetch it, or did not answer. */
    record NotPulled(NodeName node) implements Progress {}

    /** The node is unregistered, and was asked only as one of the whole herd. */
    record LeftOut(NodeName node) implements Progress {}

    /** No more is told. */
    record Ended() implements Progress {}
}
