package io.herd.cluster.jgroups;

import io.herd.action.Action;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result;
import io.herd.cluster.Handler;
import io.herd.cluster.LostNodes;
import io.herd.cluster.Member;
import io.herd.model.Deadline;

/** Handler that answers what members ask each other about lost nodes; the node does the rest. */
record MembershipHandler(LostNodes lost, Handler node) implements Handler {

    @Override
    public Outcome handle(Action action, Deadline deadline) {
        var asked = action.asked();
        if (asked instanceof Action.ListGone) {
            return new Done(gone());
        }
        // Only an agent says by itself that it leaves.
        if (action instanceof Action.Leave(var name, var address)) {
            lost.leaves(new Member(name, address));
            return new Done(new Result.Nothing());
        }
        var outcome = node.handle(action, deadline);
        if (asked instanceof Action.ForgetGone(var name) && outcome instanceof Done) {
            lost.forget(name);
        }
        return outcome;
    }

    private Result.Gone gone() {
        var roster = lost.roster();
        return new Result.Gone(roster.gone(), roster.addresses(), lost.age());
    }
}
