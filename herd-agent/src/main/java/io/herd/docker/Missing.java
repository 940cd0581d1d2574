package io.herd.docker;

import static java.util.stream.Collectors.joining;

import io.herd.action.Answers;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.Outcomes;
import io.herd.model.NodeName;
import java.util.Collection;

/** What to say of something that no node has that has answered. */
final class Missing {

    private Missing() {}

    /**
     * A node that is silent may have it: a client that is told that there is none would make
     * another.
     *
     * @param what such as {@code container: web}
     */
    static ApiException of(String what, Answers answers) {
        var coverage = Coverage.of(answers);
        var silent =
                answers.byNode().entrySet().stream()
                        .filter(it -> !Outcomes.answered(it.getValue()))
                        .map(it -> it.getKey())
                        .toList();
        if (!silent.isEmpty()) {
            return ApiException.unavailable(
                    "no such %s on %s; %s not answer"
                            .formatted(
                                    what,
                                    coverage.answered().isEmpty()
                                            ? "any node that answers"
                                            : named(coverage.answered()),
                                    named(silent) + (silent.size() == 1 ? " does" : " do")));
        }
        var down =
                coverage.failed().keySet().stream()
                        .map("; %s's daemon is down"::formatted)
                        .collect(joining());
        return ApiException.notFound("No such " + what + down);
    }

    private static String named(Collection<NodeName> nodes) {
        return nodes.stream().map(NodeName::value).collect(joining(", "));
    }
}
