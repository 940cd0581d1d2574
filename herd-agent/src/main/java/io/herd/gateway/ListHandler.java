package io.herd.gateway;

import io.herd.action.Action;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Document;
import io.herd.herd.Herd;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.answer.Selector;
import io.herd.json.wire.EnvelopeJson;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;

/** Handles list requests, for this agent's daemon or for all of the herd. */
final class ListHandler {

    private final Herd herd;
    private final NodeName self;

    ListHandler(Herd herd, NodeName self) {
        this.herd = herd;
        this.self = self;
    }

    /** The list of this agent's daemon. */
    RawJson own(Action action) throws ProblemException, NoSuchNodeException {
        var outcome = herd.ask(new Selector.Named(Set.of(self)), action).of(self);
        if (outcome instanceof Done(Document(var body))) {
            return document(self, body);
        }
        throw new ProblemException(problem(self, outcome));
    }

    /** The lists of the daemons of all registered nodes: one envelope or error for each. */
    RawJson all(Action action, String key) throws NoSuchNodeException {
        var answers = new ArrayList<RawJson>();
        herd.askRegistered(action)
                .byNode()
                .forEach((node, outcome) ->
                        answers.add(
                                outcome instanceof Done(Document(var body))
                                        ? document(node, body)
                                        : problem(node, outcome).json()));
        return EnvelopeJson.several(key, answers);
    }

    private static RawJson document(NodeName node, RawJson body) {
        return EnvelopeJson.document(node, Statuses.OK, Instant.now(), body);
    }

    static Problem problem(NodeName node, Outcome outcome) {
        return Outcomes.trouble(outcome)
                .map(why -> new Problem(Statuses.of(outcome), node + ": " + why, node))
                .orElseGet(() ->
                        new Problem(Statuses.BAD_GATEWAY, node + " gave another answer", node));
    }
}
