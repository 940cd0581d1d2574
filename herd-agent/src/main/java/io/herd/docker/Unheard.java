package io.herd.docker;

import static java.util.stream.Collectors.toCollection;

import io.herd.action.Answers;
import io.herd.herd.answer.Outcomes;
import io.herd.model.NodeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What to say of nodes that were not heard, where the others know enough to go on. */
final class Unheard {

    private Unheard() {}

    /** The value of a header {@code Warning}, as RFC 7234 has it: 199 is for any warning. */
    static String warning(NodeName node, String what) {
        return "199 herd \"%s: %s\"".formatted(node, what.replaceAll("[\"\\p{Cntrl}]", " "));
    }

    /** A warning for each node that may have another of the name by which something was found. */
    static List<String> warnings(Answers answers) {
        return warnings(of(answers));
    }

    static List<String> warnings(Set<NodeName> silent) {
        return silent.stream()
                .map(it -> warning(it, "no answer, and it may have another of this name"))
                .toList();
    }

    /** The nodes that have not answered and may yet. */
    static Set<NodeName> of(Answers answers) {
        return answers.byNode().entrySet().stream()
                .filter(it -> Outcomes.mayHaveHappened(it.getValue()))
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }
}
