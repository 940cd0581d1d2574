package io.herd.herd.creation;

import io.herd.action.Action.CreateContainer;
import io.herd.action.Action.StartContainer;
import io.herd.action.Failure;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Outcome.Refused;
import io.herd.action.Outcome.TimedOut;
import io.herd.action.Outcome.Unreachable;
import io.herd.action.Result.Created;
import io.herd.cluster.Cluster;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.creation.Instance.Attempt;
import io.herd.herd.creation.Instance.Made;
import io.herd.herd.creation.InstanceLookup.Sighting;
import io.herd.herd.creation.LostCreateLookup.Fate;
import io.herd.json.docker.ContainerJson;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Creates one container on one node, and finds out what became of it if the answer is lost.
 * Thread-safe.
 */
final class ContainerCreator {

    private final Cluster cluster;
    private final Duration timeout;
    private final CreateRequest order;
    private final InstanceLookup lookup;
    private final LostCreateLookup lost;

    ContainerCreator(
            Cluster cluster,
            Duration timeout,
            CreateRequest order,
            InstanceLookup lookup,
            LostCreateLookup lost) {
        this.cluster = cluster;
        this.timeout = timeout;
        this.order = order;
        this.lookup = lookup;
        this.lost = lost;
    }

    /** The result of one attempt. */
    sealed interface Tried {

        int instance();

        record Success(Made made) implements Tried {

            @Override
            public int instance() {
                return made.number();
            }
        }

        /**
         * The attempt failed.
         *
         * @param nodesFault whether the failure is the node's, so that it is not asked for any more
         */
        record Miss(int instance, Attempt attempt, boolean nodesFault) implements Tried {

            boolean elsewhere() {
                return nodesFault && !attempt.open();
            }
        }
    }

    Tried on(NodeName node, int instance) {
        if (!lookup.isMember(node)) {
            return notSent(node, instance, new Unreachable("it has left the herd"));
        }
        var form = ContainerJson.withLabels(order.formOf(instance, node), order.labelsOf(instance));
        var action = new CreateContainer(order.nameOf(instance, node), form, order.start());
        var deadline = Deadline.in(order.options().deadline().orElse(timeout));
        var outcome = cluster.send(node, action, deadline);
        if (outcome instanceof Done(Created created)) {
            return new Tried.Success(
                    new Made(instance, node, order.nameOf(instance, node), created));
        }
        return Outcomes.mayHaveHappened(outcome)
                ? lost(node, instance, outcome, deadline)
                : miss(new Attempt(node, outcome, true), instance);
    }

    /**
     * The result for an instance that was not sent to its node, because the node has failed before
     * or is gone.
     */
    Tried notSent(NodeName node, int instance, Outcome why) {
        return miss(new Attempt(node, why, false), instance);
    }

    /** The result for a container that exists; starts it if it is to run and does not. */
    Made there(Sighting sighting, boolean existed) {
        boolean startIt = order.start() && !sighting.running();
        return made(sighting, existed, startIt ? start(sighting) : Optional.empty());
    }

    static Made seen(Sighting sighting) {
        return made(sighting, true, Optional.empty());
    }

    private static Made made(Sighting sighting, boolean existed, Optional<Failure> notStarted) {
        return new Made(
                sighting.instance(),
                sighting.node(),
                sighting.name(),
                new Created(sighting.id(), List.of(), notStarted),
                existed);
    }

    private Tried lost(NodeName node, int instance, Outcome outcome, Deadline own) {
        return switch (lost.of(node, instance, outcome, own)) {
            case Fate.There(var sighting) -> new Tried.Success(there(sighting, false));
            case Fate.Absent _ -> notSent(node, instance, outcome);
            case Fate.Unknown _ -> miss(new Attempt(node, outcome, true), instance);
        };
    }

    private Optional<Failure> start(Sighting sighting) {
        var outcome =
                cluster.send(
                        sighting.node(), new StartContainer(sighting.id()), Deadline.in(timeout));
        return Outcomes.trouble(outcome)
                .map(why ->
                        outcome instanceof Failed(var failure)
                                ? failure
                                : new Failure(Failure.Kind.INTERNAL, why));
    }

    private static Tried.Miss miss(Attempt attempt, int instance) {
        return new Tried.Miss(instance, attempt, isNodesFault(attempt.outcome()));
    }

    /** Whether another node might succeed; if not, the order itself is wrong. */
    private static boolean isNodesFault(Outcome outcome) {
        return switch (outcome) {
            case Done _ -> false;
            case Refused _, Unreachable _, TimedOut _ -> true;
            case Failed(var failure) ->
                    switch (failure.kind()) {
                        case INVALID, NO_SUCH_COMMAND, NOT_EXECUTABLE, CONFLICT -> false;
                        case NOT_FOUND,
                                DENIED,
                                FORBIDDEN,
                                DAEMON_ERROR,
                                DAEMON_DOWN,
                                DAEMON_TIMEOUT,
                                DAEMON_LOST,
                                INTERNAL ->
                                true;
                    };
        };
    }
}
