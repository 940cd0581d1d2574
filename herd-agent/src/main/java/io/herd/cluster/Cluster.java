package io.herd.cluster;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Streaming;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Access to the agents of a herd: lists them, sends them actions and opens streams. Nothing here
 * throws because a node is bad, slow or gone: that is an outcome. Implementations are thread-safe.
 */
public interface Cluster extends AutoCloseable {

    /** The agents now in the view, sorted by name; never clients. */
    List<Member> members();

    /** Whether no agent is left to ask; the caller must then connect or join anew. */
    default boolean lost() {
        return members().isEmpty();
    }

    /** Whether this process has joined the herd for it, which takes a while. */
    default boolean joined() {
        return false;
    }

    /** What the user should know of how the herd was found; said once. */
    default Optional<String> remark() {
        return Optional.empty();
    }

    /** The agents now in the view and, as far as the agents remember, the nodes that were lost. */
    default Roster roster() {
        return new Roster(members(), List.of());
    }

    /**
     * Asks one agent and waits for its outcome, at most until the deadline. A node that is not a
     * member is {@link Outcome.Unreachable}.
     */
    Outcome send(NodeName to, Action action, Deadline deadline);

    /**
     * Asks several agents at once and waits for all of them, at most until the deadline: one
     * outcome for each.
     */
    Answers gather(Set<NodeName> to, Action action, Deadline deadline);

    /**
     * Opens a stream to one agent, on a connection of its own past the group: a reader that stops
     * reading blocks the source of this stream and nobody else. It ends when the agent leaves the
     * herd.
     *
     * @param deadline by which the stream must have begun
     */
    Opening open(NodeName node, Streaming what, Deadline deadline);

    /**
     * Leaves the herd; does nothing the second time. Takes at most half a second for a client, one
     * second for an agent.
     */
    @Override
    void close();
}
