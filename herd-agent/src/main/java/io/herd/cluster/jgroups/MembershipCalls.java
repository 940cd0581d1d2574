package io.herd.cluster.jgroups;

import io.herd.action.Action;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Gone;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jgroups.Address;

/** What a member asks the others about lost nodes, and tells them when it leaves. */
final class MembershipCalls {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofMillis(300);
    private static final int MOST_ASKED = 2;

    private MembershipCalls() {}

    /** The nodes that another agent remembers as gone; empty if nobody can tell. */
    static Optional<Gone> gone(GroupChannel link, Address self) {
        return others(link, self).stream()
                .limit(MOST_ASKED)
                .map(agent ->
                        RemoteCalls.remote(
                                        link, agent, new Action.ListGone(), Deadline.in(PATIENCE))
                                .get())
                .flatMap(MembershipCalls::told)
                .findFirst();
    }

    // An older agent refuses the question.
    private static Stream<Gone> told(Outcome outcome) {
        return outcome instanceof Done(Gone gone) ? Stream.of(gone) : Stream.empty();
    }

    /** Tells all other agents that this one leaves, so that nobody takes it for lost. */
    static void leave(GroupChannel link, Address self) {
        var me = Agents.member(self);
        if (me.isEmpty()) {
            return;
        }
        var farewell = new Action.Leave(me.get().name(), me.get().address());
        var deadline = Deadline.in(FAREWELL);
        var calls =
                others(link, self).stream()
                        .map(agent -> RemoteCalls.remote(link, agent, farewell, deadline))
                        .toList();
        for (var call : calls) {
            // Whether it has heard or not: this agent leaves.
            var _ = call.get();
        }
    }

    private static List<Address> others(GroupChannel link, Address self) {
        return link.agents().inOrder().stream().filter(agent -> !agent.equals(self)).toList();
    }
}
