package io.herd.cluster.jgroups;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jgroups.Address;
import org.jgroups.stack.MembershipChangePolicy;

/**
 * Membership policy that puts agents before clients in every view, so that a short-lived client
 * never coordinates. Without any agent the membership is empty, which JGroups reads as "nobody
 * takes over".
 */
final class AgentsFirst implements MembershipChangePolicy {

    @Override
    public List<Address> getNewMembership(
            Collection<Address> current,
            Collection<Address> joiners,
            Collection<Address> leavers,
            Collection<Address> suspects) {
        var members = new LinkedHashSet<>(current);
        members.addAll(joiners);
        members.removeAll(leavers);
        members.removeAll(suspects);
        return agentsFirst(members);
    }

    @Override
    public List<Address> getNewMembership(Collection<Collection<Address>> subviews) {
        var members = new LinkedHashSet<Address>();
        // The part with the most agents first: its coordinator stays, and its nodes keep names that
        // were claimed twice.
        subviews.stream()
                .sorted(
                        Comparator.<Collection<Address>>comparingLong(AgentsFirst::agents)
                                .reversed())
                .forEach(members::addAll);
        return agentsFirst(members);
    }

    private static long agents(Collection<Address> members) {
        return members.stream().filter(HerdAddress::isAgent).count();
    }

    private static List<Address> agentsFirst(Collection<Address> members) {
        if (members.stream().noneMatch(HerdAddress::isAgent)) {
            return List.of();
        }
        var sorted = new ArrayList<>(members);
        sorted.sort(Comparator.comparing(member -> !HerdAddress.isAgent(member)));
        return sorted;
    }
}
