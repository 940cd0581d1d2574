package io.herd.cluster;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Streaming;
import io.herd.model.Caller;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A herd as somebody asks it: all that goes through it is on his behalf, whatever it says of that
 * itself.
 */
public record CallersCluster(Caller caller, Cluster cluster) implements Cluster {

    @Override
    public List<Member> members() {
        return cluster.members();
    }

    @Override
    public boolean lost() {
        return cluster.lost();
    }

    @Override
    public boolean joined() {
        return cluster.joined();
    }

    @Override
    public Optional<String> remark() {
        return cluster.remark();
    }

    @Override
    public Roster roster() {
        return cluster.roster();
    }

    @Override
    public Outcome send(NodeName to, Action action, Deadline deadline) {
        return cluster.send(to, his(action), deadline);
    }

    @Override
    public Answers gather(Set<NodeName> to, Action action, Deadline deadline) {
        return cluster.gather(to, his(action), deadline);
    }

    private Action his(Action action) {
        return new Action.OnBehalf(caller, action.asked());
    }

    @Override
    public Opening open(NodeName node, Streaming what, Deadline deadline) {
        return cluster.open(node, his(what), deadline);
    }

    /** A stream as he asks for it. */
    public Streaming his(Streaming what) {
        return new Streaming.OnBehalf(caller, what.asked());
    }

    @Override
    public void close() {
        cluster.close();
    }
}
