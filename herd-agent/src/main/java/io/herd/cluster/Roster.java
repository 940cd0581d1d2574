package io.herd.cluster;

import io.herd.model.GoneNode;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who is in a herd and who is missing in it, as of one moment: a node that comes back is never in
 * neither. Each is sorted by name.
 *
 * @param gone the nodes that were lost and are not back
 */
public record Roster(List<Member> members, List<GoneNode> gone) {

    public static final Roster NOBODY = new Roster(List.of(), List.of());

    public Roster {
        members = List.copyOf(members);
        gone = List.copyOf(gone);
    }

    /** Where the members listen. */
    public Map<NodeName, String> addresses() {
        var addresses = new TreeMap<NodeName, String>();
        members.forEach(member -> addresses.put(member.name(), member.address()));
        return addresses;
    }

    /** The others. */
    public Roster without(Set<NodeName> nodes) {
        return new Roster(
                members.stream().filter(it -> !nodes.contains(it.name())).toList(),
                gone.stream().filter(it -> !nodes.contains(it.name())).toList());
    }
}
