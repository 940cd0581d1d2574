package io.herd.agent;

import io.herd.action.Action;
import io.herd.action.Action.ExamineNode;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Examined;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.Handler;
import io.herd.cluster.Member;
import io.herd.cluster.jgroups.JGroupsCluster;
import io.herd.concurrent.Parallel;
import io.herd.model.Deadline;
import io.herd.model.Examination;
import io.herd.model.JoinPlace;
import io.herd.model.NodeName;
import io.herd.model.Reachability;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Handler that adds to a node's examination how it reaches the other nodes and the join places. */
final class ConnectivityProbe implements Handler {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final NodeName self;
    private final ClusterSettings settings;
    private final Handler node;
    private final CompletableFuture<JGroupsCluster> cluster = new CompletableFuture<>();

    ConnectivityProbe(NodeName self, ClusterSettings settings, Handler node) {
        this.self = self;
        this.settings = settings;
        this.node = node;
    }

    /** Sets the cluster, once the agent has joined it. */
    void joined(JGroupsCluster herd) {
        cluster.complete(herd);
    }

    @Override
    public Outcome handle(Action action, Deadline deadline) {
        var outcome = node.handle(action, deadline);
        return action.asked() instanceof ExamineNode
                        && outcome instanceof Done(Examined(var seen))
                        && cluster.isDone()
                ? new Done(new Examined(survey(seen, cluster.join(), deadline.within(PATIENCE))))
                : outcome;
    }

    private Examination survey(Examination seen, JGroupsCluster herd, Deadline deadline) {
        var members = herd.members();
        var others = members.stream().filter(member -> !member.name().equals(self)).toList();
        var places =
                settings.join().stream().filter(place -> !Member.anyAt(place, members)).toList();
        return new Examination(
                seen.node(),
                address(members),
                seen.profile(),
                // Each may take its time.
                Parallel.map(others, others.size(), other -> reach(herd, other, deadline)),
                Parallel.map(
                        places,
                        places.size(),
                        place ->
                                new JoinPlace(
                                        place.toString(), JGroupsCluster.lookAt(place, settings))));
    }

    private static Reachability reach(JGroupsCluster herd, Member other, Deadline deadline) {
        return new Reachability(other.name(), other.address(), herd.reach(other.name(), deadline));
    }

    private String address(List<Member> members) {
        return members.stream()
                .filter(member -> member.name().equals(self))
                .map(Member::address)
                .findFirst()
                .orElse("");
    }
}
