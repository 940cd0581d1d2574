package io.herd.json.wire;

import io.herd.action.Action;
import io.herd.action.Streaming;
import io.herd.model.NodeName;
import io.herd.model.TypedLine;
import java.time.Duration;
import java.util.Set;

/** A question to an agent on a connection of its own, past the JGroups channel. */
public sealed interface Question {

    /** Asks for the members of the herd. */
    record Members() implements Question {}

    /**
     * Asks the agent to send an action to these nodes.
     *
     * @param timeout how long the asker will wait
     */
    record Ask(Set<NodeName> nodes, Action action, Duration timeout) implements Question {

        public Ask {
            nodes = Set.copyOf(nodes);
        }
    }

    /**
     * Asks whether the agent is this node's. It answers with {@link io.herd.action.Frame.Begun},
     * then each {@link io.herd.action.Frame.Alive} with another.
     */
    record Greet(NodeName node) implements Question {}

    /**
     * Asks for a stream of a node: the agent's own, or another one to which it relays.
     *
     * @param timeout how long the asker will wait for its beginning
     */
    record Open(NodeName node, Streaming what, Duration timeout) implements Question {}

    /**
     * Asks an agent to run a command line for a user of its own host. If it does, it answers with
     * {@link io.herd.action.Frame.Begun}, the output and {@link io.herd.action.Frame.Exited}, and
     * is told of each piece of output whether it could be written. If the command needs the user's
     * own process, it answers with {@link io.herd.action.Frame.Ended}, and has done nothing.
     */
    record Run(TypedLine line) implements Question {}
}
