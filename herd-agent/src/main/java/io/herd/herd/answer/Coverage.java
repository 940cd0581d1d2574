package io.herd.herd.answer;

import static java.util.stream.Collectors.toMap;

import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The nodes that were asked, and those that gave no usable answer with the reason.
 *
 * @param failed nodes of {@code asked} whose part is missing, each with the reason
 */
public record Coverage(NavigableSet<NodeName> asked, NavigableMap<NodeName, Trouble> failed) {

    public static Coverage of(Answers answers) {
        var failed = new TreeMap<NodeName, Trouble>();
        answers.byNode()
                .forEach((node, outcome) ->
                        Trouble.of(outcome).ifPresent(why -> failed.put(node, why)));
        return new Coverage(new TreeSet<>(answers.byNode().keySet()), failed);
    }

    public static Coverage of(Map<NodeName, Outcome> answers) {
        return of(Answers.of(answers));
    }

    public static Coverage of(List<NodeAnswer> nodes) {
        return of(nodes.stream().collect(toMap(node -> node.member().name(), NodeAnswer::outcome)));
    }

    public static Coverage none() {
        return new Coverage(new TreeSet<>(), new TreeMap<>());
    }

    /** The union of both; a node that failed in one of them has failed. */
    public Coverage and(Coverage other) {
        var asked = new TreeSet<>(this.asked);
        asked.addAll(other.asked);
        var failed = new TreeMap<>(this.failed);
        failed.putAll(other.failed);
        return new Coverage(asked, failed);
    }

    public Set<NodeName> answered() {
        var answered = new TreeSet<>(asked);
        answered.removeAll(failed.keySet());
        return answered;
    }

    public boolean complete() {
        return failed.isEmpty();
    }
}
