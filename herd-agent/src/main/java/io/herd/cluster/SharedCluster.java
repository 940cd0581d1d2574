package io.herd.cluster;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Streaming;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import io.herd.stream.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Wraps a cluster for one of several users: closing it closes only the streams opened through it,
 * and whatever is still asked through it is not passed on. Thread-safe.
 */
public final class SharedCluster implements Cluster {

    private static final Outcome LEFT = new Outcome.Refused("whoever asked has gone");

    private final Cluster cluster;
    private final Set<Session> opened = ConcurrentHashMap.newKeySet();
    private volatile boolean left;

    public SharedCluster(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public List<Member> members() {
        return cluster.members();
    }

    @Override
    public boolean lost() {
        return cluster.lost();
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
        return left ? LEFT : cluster.send(to, action, deadline);
    }

    @Override
    public Answers gather(Set<NodeName> to, Action action, Deadline deadline) {
        if (left) {
            var outcomes = new TreeMap<NodeName, Outcome>();
            to.forEach(node -> outcomes.put(node, LEFT));
            return new Answers(outcomes);
        }
        return cluster.gather(to, action, deadline);
    }

    @Override
    public Opening open(NodeName node, Streaming what, Deadline deadline) {
        if (left) {
            return new Opening.Not(LEFT);
        }
        var opening = cluster.open(node, what, deadline);
        if (opening instanceof Opening.Open(var session)) {
            opened.add(session);
            if (left) {
                session.close();
            }
        }
        return opening;
    }

    @Override
    public void close() {
        left = true;
        opened.forEach(Session::close);
    }
}
