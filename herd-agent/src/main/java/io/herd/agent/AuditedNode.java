package io.herd.agent;

import io.herd.action.Action;
import io.herd.action.Outcome;
import io.herd.audit.Audit;
import io.herd.cluster.Handler;
import io.herd.model.Deadline;

/** A node of which it is noted who changes what. */
record AuditedNode(Handler node, Audit audit) implements Handler {

    @Override
    public Outcome handle(Action action, Deadline deadline) {
        var outcome = node.handle(action, deadline);
        audit.ended(action, outcome);
        return outcome;
    }
}
