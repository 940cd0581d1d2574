package io.herd.cluster.jgroups;

import io.herd.model.Deadline;
import java.time.Duration;
import java.util.Set;
import org.jgroups.Address;
import org.jgroups.MergeView;
import org.jgroups.View;

/** Who is in the view that this member has now. Thread-safe. */
final class SeenMembers {

    // Whoever has just joined has the new view some milliseconds before the others do.
    private static final Duration UNDER_WAY = Duration.ofMillis(500);

    private Set<Address> members = Set.of();
    private boolean merged;

    synchronized void view(View view) {
        members = Set.copyOf(view.getMembers());
        merged = view instanceof MergeView;
        notifyAll();
    }

    /**
     * Whether the member is in the view, or comes into it in a moment as one that joins. One that
     * comes back with another part of the herd does not count: it did not know yet when it asked.
     */
    synchronized boolean contains(Address member) {
        if (members.contains(member)) {
            return true;
        }
        var deadline = Deadline.in(UNDER_WAY);
        try {
            while (!members.contains(member) && !deadline.passed()) {
                wait(Math.max(1, deadline.remaining().toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return members.contains(member) && !merged;
    }
}
