package io.herd.docker;

import static java.util.stream.Collectors.joining;

import io.herd.action.Answers;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Failed;
import io.herd.herd.answer.Outcomes;
import io.herd.model.NodeName;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** What to say of something that no node has that has answered. */
final class Missing {

    private Missing() {}

    /**
     * A node that is silent may have it: a client that is told that there is none would make
     * another. So may one whose daemon is down, or that is gone, if it was seen there: docker would
     * say that it has removed it.
     *
     * @param kind such as {@code container}
     */
    static ApiException of(String kind, String reference, Answers answers, Daemons daemons) {
        var what = kind + ": " + reference;
        var last = daemons.lastSeen().of(reference);
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
                case Failed(var failure) when failure.kind() == Kind.DAEMON_DOWN -> {
                    if (isIt(last, node)) {
                        silent.add(node);
                    } else {
                        down.append("; %s's daemon is down".formatted(node));
                    }
                }
                case Outcome outcome when Outcomes.mayHaveHappened(outcome) -> silent.add(node);
                case Outcome _ -> answered.add(node);
            }
        }
        // The same with what was on a node that is gone.
        for (var gone : daemons.gone(answers.byNode().keySet())) {
            if (isIt(last, gone.name())) {
                silent.add(gone.name());
            } else {
                down.append("; %s is gone".formatted(gone.name()));
            }
        }
        if (silent.isEmpty()) {
            boolean anywhere = Places.of(reference, daemons.nodes()).name().equals(reference);
            return anywhere && down.isEmpty()
                    ? new ApiException.Nowhere(what)
                    : ApiException.notFound("No such " + what + down);
        }
        return ApiException.unavailable(
                "no such %s on %s; %s not answer"
                        .formatted(
                                what,
                                answered.isEmpty() ? "any node that answers" : named(answered),
                                named(silent) + (silent.size() == 1 ? " does" : " do")));
    }

    private static boolean isIt(Optional<NodeName> last, NodeName node) {
        return last.filter(node::equals).isPresent();
    }

    private static String named(Collection<NodeName> nodes) {
        return nodes.stream().map(NodeName::value).collect(joining(", "));
    }
}
