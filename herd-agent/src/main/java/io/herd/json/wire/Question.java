package io.herd.json.wire;

import io.herd.action.Action;
import io.herd.action.Streaming;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.Set;

/** What an agent can be asked over a connection of its own, instead of in the group. */
public sealed interface Question {

    /** Who is in the herd. */
    record Members() implements Question {}

    /**
     * An action of nodes that the agent is to ask in turn.
     *
     * @param timeout how long the asker will wait
     */
    record Ask(Set<NodeName> nodes, Action action, Duration timeout) implements Question {

        public Ask {
            nodes = Set.copyOf(nodes);
        }
    }

    /**
     * Whether this is the node: it answers with {@link io.herd.action.Frame.Begun}, and each {@link
     * io.herd.action.Frame.Alive} with another.
     */
    record Greet(NodeName node) implements Question {}

    /**
     * A stream of a node: the agent's own, or one it is to ask in turn.
     *
     * @param timeout how long the asker will wait for its beginning
     */
    record Open(NodeName node, Streaming what, Duration timeout) implements Question {}
}
