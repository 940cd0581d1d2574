package io.herd.herd.answer;

import io.herd.action.Outcome;
import io.herd.cluster.Member;
import io.herd.model.GoneNode;
import java.util.Optional;

/**
 * An agent of the view and its answer.
 *
 * @param gone if the node is gone and was not asked
 */
public record NodeAnswer(Member member, Outcome outcome, Optional<GoneNode> gone) {

    public NodeAnswer(Member member, Outcome outcome) {
        this(member, outcome, Optional.empty());
    }

    public static NodeAnswer of(GoneNode node) {
        return new NodeAnswer(
                new Member(node.name(), node.address()),
                new Outcome.Unreachable(node.reason()),
                Optional.of(node));
    }
}
