package io.herd.herd.creation;

import static java.util.stream.Collectors.toSet;

import io.herd.action.Action.ListContainers;
import io.herd.action.Failure;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome.Failed;
import io.herd.cluster.Cluster;
import io.herd.cluster.Member;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.docker.ContainerJson;
import io.herd.model.Container;
import io.herd.model.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the containers, on any node, that have certain names. A daemon refuses only names that it
 * has itself. Nodes that do not answer are left out: whoever asks accounts for them.
 */
public record NameOwners(Cluster cluster) {

    // More are asked for by what they begin with, since a filter travels in the URL.
    private static final int MOST_NAMED = 20;

    /** Those of all nodes that have one of these names. */
    public List<Container> of(Set<String> names, Deadline deadline) {
        var filter = names.size() <= MOST_NAMED ? List.copyOf(names) : List.of(beginning(names));
        var question =
                new ListContainers(
                        true,
                        false,
                        Map.of("name", filter.stream().map(NameOwners::pattern).toList()));
        var all = cluster.members().stream().map(Member::name).collect(toSet());
        return ReadAnswers.of(cluster.gather(all, question, deadline), ContainerJson::list)
                .all()
                .stream()
                .flatMap(List::stream)
                .filter(container -> container.names().stream().anyMatch(names::contains))
                .toList();
    }

    /**
     * The refusal of a name, in the daemon's words.
     *
     * @param where follows the container's id, such as {@code " on a"}; may be empty
     */
    public static Failed inUse(String name, Container by, String where) {
        var why =
                "Conflict. The container name \"/%s\" is already in use by container \"%s\"%s. You have to remove (or rename) that container to be able to reuse that name."
                        .formatted(name, by.id(), where);
        return new Failed(new Failure(Kind.CONFLICT, why));
    }

    private static String beginning(Set<String> names) {
        return names.stream().reduce(NameOwners::common).orElseThrow();
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
}
