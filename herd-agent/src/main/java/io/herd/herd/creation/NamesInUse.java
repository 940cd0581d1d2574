package io.herd.herd.creation;

import io.herd.cluster.Cluster;
import io.herd.herd.creation.Instance.Attempt;
import io.herd.model.Container;
import io.herd.model.Deadline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the instances of an order whose names containers have, on any node. Nodes that do not
 * answer are not waited for: they are named where the containers are counted.
 */
record NamesInUse(Cluster cluster, CreateRequest order) {

    /** By instance, as the failure of an attempt on the node that has its name. */
    Map<Integer, Attempt> of(List<Integer> instances, Deadline deadline) {
        var names = order.fixedNames(instances);
        if (names.isEmpty()) {
            return Map.of();
        }
        var owners = owners(Set.copyOf(names.values()), deadline);
        var taken = new TreeMap<Integer, Attempt>();
        names.forEach((instance, name) -> {
            var owner = owners.get(name);
            if (owner != null) {
                var inUse = NameOwners.inUse(name, owner, "");
                taken.put(instance, new Attempt(owner.node(), inUse, false));
            }
        });
        return taken;
    }

    private Map<String, Container> owners(Set<String> names, Deadline deadline) {
        var owners = new HashMap<String, Container>();
        new NameOwners(cluster)
                .of(names, deadline)
                .forEach(container ->
                        container.names().forEach(name -> owners.put(name, container)));
        return owners;
    }
}
