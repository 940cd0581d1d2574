package io.herd.docker;

import static java.util.stream.Collectors.joining;

import io.herd.action.Answers;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Failed;
import io.herd.herd.answer.Outcomes;
import io.herd.model.NodeName;
import java.util.Collection;
import java.util.TreeSet;

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
        var answered = new TreeSet<NodeName>();
        var silent = new TreeSet<NodeName>();
        var down = new StringBuilder();
        for (var it : answers.byNode().entrySet()) {
            var node = it.getKey();
            switch (it.getValue()) {
                case Failed(var failure) when failure.kind() == Kind.FORBIDDEN -> {
                    return ApiException.of(node, failure);
                }
                // What it has cannot be used anyway, and it may last for days.
                case Failed(var failure) when failure.kind() == Kind.DAEMON_DOWN ->
                        down.append("; %s's daemon is down".formatted(node));
                case Outcome outcome when Outcomes.mayHaveHappened(outcome) -> silent.add(node);
                case Outcome _ -> answered.add(node);
            }
        }
        return silent.isEmpty()
                ? ApiException.notFound("No such " + what + down)
                : ApiException.unavailable(
                        "no such %s on %s; %s not answer"
                                .formatted(
                                        what,
                                        answered.isEmpty()
                                                ? "any node that answers"
                                                : named(answered),
                                        named(silent) + (silent.size() == 1 ? " does" : " do")));
    }

    private static String named(Collection<NodeName> nodes) {
        return nodes.stream().map(NodeName::value).collect(joining(", "));
    }
}
