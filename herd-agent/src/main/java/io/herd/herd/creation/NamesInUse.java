package io.herd.herd.creation;

import static java.util.stream.Collectors.toSet;

import io.herd.action.Action.ListContainers;
import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome.Failed;
import io.herd.cluster.Cluster;
import io.herd.cluster.Member;
import io.herd.herd.answer.ReadAnswers;
import io.herd.herd.creation.Instance.Attempt;
import io.herd.json.docker.ContainerJson;
import io.herd.model.Container;
import io.herd.model.Deadline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the containers, on any node, that have a name that an order gives. A daemon refuses only
 * names that it has itself. Nodes that do not answer are not waited for: they are named where the
 * containers are counted.
 */
record NamesInUse(Cluster cluster, CreateRequest order) {

    // More are asked for by what they begin with, since a filter travels in the URL.
    private static final int MOST_NAMED = 20;

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
                taken.put(instance, inUse(name, owner));
            }
        });
        return taken;
    }

    private Map<String, Container> owners(Set<String> names, Deadline deadline) {
        var filter = names.size() <= MOST_NAMED ? List.copyOf(names) : List.of(beginning(names));
        var question =
                new ListContainers(
                        true,
                        false,
                        Map.of("name", filter.stream().map(NamesInUse::pattern).toList()));
        var all = cluster.members().stream().map(Member::name).collect(toSet());
        var owners = new HashMap<String, Container>();
        ReadAnswers.of(cluster.gather(all, question, deadline), ContainerJson::list)
                .all()
                .forEach(list ->
                        list.forEach(container ->
                                container.names().stream()
                                        .filter(names::contains)
                                        .forEach(name -> owners.put(name, container))));
        return owners;
    }

    private static String beginning(Set<String> names) {
        return names.stream().reduce(NamesInUse::common).orElseThrow();
    }

    private static String common(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length())
                && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return one.substring(0, same);
    }

    // Of what a name may have, only the dot means something in a regular expression.
    private static String pattern(String beginning) {
        return "^/?" + beginning.replace(".", "\\.");
    }

    // In the daemon's words.
    private static Attempt inUse(String name, Container by) {
        var why =
                "Conflict. The container name \"/%s\" is already in use by container \"%s\". You have to remove (or rename) that container to be able to reuse that name."
                        .formatted(name, by.id());
        return new Attempt(by.node(), new Failed(new Failure(Kind.CONFLICT, why)), false);
    }
}
