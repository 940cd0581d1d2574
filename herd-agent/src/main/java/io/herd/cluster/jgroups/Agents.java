package io.herd.cluster.jgroups;

import io.herd.cluster.Member;
import io.herd.model.NodeName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jgroups.Address;

/**
 * The agents in a JGroups view, in the view's order and by name.
 *
 * @param inOrder all agents as in the view, including a second one of the same name
 * @param byName the first agent of each name; only these are asked
 */
record Agents(List<Address> inOrder, NavigableMap<NodeName, Address> byName) {

    static final Agents NONE = of(List.of());

    static Agents of(Collection<Address> view) {
        var agents = view.stream().filter(a -> HerdAddress.name(a).isPresent()).toList();
        var byName = new TreeMap<NodeName, Address>();
        agents.forEach(a -> HerdAddress.name(a).ifPresent(name -> byName.putIfAbsent(name, a)));
        return new Agents(agents, byName);
    }

    Agents without(Collection<Address> lost) {
        return of(inOrder.stream().filter(a -> !lost.contains(a)).toList());
    }

    Optional<Address> find(NodeName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The names whose agents are other processes than those of the same names before. */
    Set<NodeName> started(Agents before) {
        return byName.entrySet().stream()
                .filter(it -> !it.getValue().equals(before.byName.get(it.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    List<Member> members() {
        return byName.values().stream().flatMap(a -> member(a).stream()).toList();
    }

    static Optional<Member> member(Address agent) {
        return HerdAddress.name(agent)
                .map(name ->
                        new Member(
                                name,
                                HerdAddress.listens(agent).map(Object::toString).orElse("?")));
    }
}
