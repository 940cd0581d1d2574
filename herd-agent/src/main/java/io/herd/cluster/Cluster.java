package io.herd.cluster;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Set;

/**
 * The agents that can be asked. Nothing here throws because a node is bad, slow or gone: that is an
 * outcome.
 */
public interface Cluster extends AutoCloseable {

    /** The agents now in the view, in the order of their names; never clients. */
    List<Member> members();

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
     * Leaves; does nothing the second time. Bounded to half a second for a client, one second for
     * an agent.
     */
    @Override
    void close();
}
