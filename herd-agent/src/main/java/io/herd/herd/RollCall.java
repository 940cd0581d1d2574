package io.herd.herd;

import static java.util.stream.Collectors.toMap;

import io.herd.action.Action;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.cluster.Cluster;
import io.herd.cluster.Member;
import io.herd.cluster.Roster;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.model.Deadline;
import io.herd.model.GoneNode;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who is asked, and who else an answer has to account for.
 *
 * @param timeout how long each request may take
 */
record RollCall(Cluster cluster, Duration timeout) {

    /** The selected nodes. */
    Set<NodeName> nodes(Selector who) throws NoSuchNodeException {
        return names(members(who));
    }

    /** The same, as members. */
    List<Member> members(Selector who) throws NoSuchNodeException {
        var all = cluster.members();
        return switch (who) {
            case Selector.Everyone _ when all.isEmpty() -> throw new NoSuchNodeException();
            case Selector.Everyone _ -> all;
            case Selector.Named(var nodes) -> {
                for (var node : nodes) {
                    if (!names(all).contains(node)) {
                        for (var gone : cluster.roster().gone()) {
                            if (gone.name().equals(node)) {
                                throw new NoSuchNodeException(gone);
                            }
                        }
                        throw new NoSuchNodeException(node, names(all));
                    }
                }
                yield all.stream().filter(member -> nodes.contains(member.name())).toList();
            }
        };
    }

    /**
     * Who was not asked although the whole herd is selected: who has come, or come back, meanwhile,
     * and who is gone.
     */
    Roster others(Selector who, Set<NodeName> asked) {
        return switch (who) {
            case Selector.Everyone _ -> cluster.roster().without(asked);
            case Selector.Named _ -> Roster.NOBODY;
        };
    }

    /**
     * The answers of all that are selected: also of those that have come meanwhile, and for each
     * node that is gone that it is.
     */
    Answers whole(Selector who, Answers answers, Function<Set<NodeName>, Answers> asking) {
        var others = others(who, answers.byNode().keySet());
        var outcomes = new TreeMap<>(answers.byNode());
        if (!others.members().isEmpty()) {
            outcomes.putAll(asking.apply(names(others.members())).byNode());
        }
        outcomes.putAll(gone(others));
        return new Answers(outcomes);
    }

    /** That nodes are gone, as their answers. */
    static Map<NodeName, Outcome> gone(Roster others) {
        return others.gone().stream()
                .collect(toMap(GoneNode::name, it -> new Outcome.Unreachable(it.reason())));
    }

    /**
     * Asks some nodes, as often as it is needed, all within one deadline.
     *
     * @param extra how much longer than other requests it may take
     */
    Function<Set<NodeName>, Answers> asking(Action action, Duration extra) {
        var deadline = Deadline.in(timeout.plus(extra));
        return nodes -> cluster.gather(nodes, action, deadline);
    }

    /** Asks the selected nodes; their answers, likewise. */
    Answers whole(Selector who, Function<Set<NodeName>, Answers> asking)
            throws NoSuchNodeException {
        return whole(who, asking.apply(nodes(who)), asking);
    }

    static Set<NodeName> names(List<Member> members) {
        return new TreeSet<>(members.stream().map(Member::name).toList());
    }
}
