package io.herd.docker;

import static java.util.stream.Collectors.toSet;

import io.herd.action.Action;
import io.herd.action.Action.CallDaemon;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Replied;
import io.herd.action.Streaming.Relay;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.cluster.CallersCluster;
import io.herd.cluster.Member;
import io.herd.cluster.Roster;
import io.herd.engine.DaemonStream;
import io.herd.engine.EngineException;
import io.herd.model.Deadline;
import io.herd.model.GoneNode;
import io.herd.model.HostPort;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import io.herd.stream.Patience;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The daemons of the herd, as somebody asks them.
 *
 * @param herd who is in it and who is missing
 * @param self the node whose agent is asked
 * @param timeout for each request that is answered at once, and for the beginning of any other
 */
public record Daemons(
        CallersCluster cluster,
        Supplier<Roster> herd,
        NodeName self,
        OwnStreams own,
        Duration timeout,
        SilentNodes silent,
        LastSeen lastSeen) {

    private static final Duration SOON = Duration.ofSeconds(1);

    public Daemons(
            CallersCluster cluster,
            NodeName self,
            OwnStreams own,
            Duration timeout,
            SilentNodes silent,
            LastSeen lastSeen) {
        this(cluster, cluster::roster, self, own, timeout, silent, lastSeen);
    }

    /**
     * The same as of now, for one request: or a node that comes back meanwhile might be neither
     * asked nor missing.
     */
    Daemons asOfNow() {
        var now = cluster.roster();
        return new Daemons(cluster, () -> now, self, own, timeout, silent, lastSeen);
    }

    /** The same as they come and go. */
    Daemons live() {
        return new Daemons(cluster, self, own, timeout, silent, lastSeen);
    }

    Set<NodeName> nodes() {
        return herd.get().members().stream().map(Member::name).collect(toSet());
    }

    /** Those that were lost and are not back, unless only some nodes were asked. */
    List<GoneNode> gone(Collection<NodeName> asked) {
        return asked.containsAll(nodes()) ? herd.get().gone() : List.of();
    }

    /** The same nodes, the own before the others. */
    List<NodeName> ownFirst(Collection<NodeName> nodes) {
        return nodes.stream()
                .sorted(
                        Comparator.comparing((NodeName it) -> !it.equals(self))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The address of a node's host; empty for the own. */
    String addressOf(NodeName node) {
        return herd.get().members().stream()
                .filter(it -> it.name().equals(node) && !node.equals(self))
                .findFirst()
                .map(it -> HostPort.parse(it.address(), HostPort.DEFAULT_PORT).withoutZone().host())
                .orElse("");
    }

    Survey survey() {
        return new Survey(cluster, timeout, silent);
    }

    /** Asks where something is: the node on which it was seen last, and then all of these. */
    Answers find(String id, Collection<NodeName> nodes, Action action, Predicate<Outcome> isIt) {
        var first = lastSeen.of(id).filter(it -> nodes.contains(it) && !silent.has(it));
        if (first.isPresent()) {
            var answers = survey().within(SOON).ask(Set.of(first.get()), action, isIt);
            var answer = answers.of(first.get());
            if (isIt.test(answer)) {
                return answers;
            }
            if (answer instanceof Done) {
                lastSeen.forget(id);
            }
        }
        return survey().ask(nodes, action, isIt);
    }

    /** Hands a request over as a whole, and returns what the daemon answers, whatever it says. */
    ApiResponse call(NodeName node, ApiRequest request) throws ApiException {
        var outcome = cluster.send(node, new CallDaemon(request), Deadline.in(timeout));
        return switch (outcome) {
            case Done(Replied(var response)) -> response;
            case Done _ ->
                    throw ApiException.unavailable(node + ": its agent is of another version");
            case Outcome.Failed _, Outcome.Refused _, Outcome.Unreachable _, Outcome.TimedOut _ ->
                    throw ApiException.of(node, outcome);
        };
    }

    /** Hands a request over bit by bit. */
    DaemonStream relay(NodeName node, ApiRequest request) throws ApiException {
        var what = new Relay(request);
        var deadline = Deadline.in(timeout);
        if (node.equals(self)) {
            try {
                return own.open(cluster.his(what), deadline);
            } catch (EngineException e) {
                throw ApiException.of(node, e.failure());
            }
        }
        return switch (cluster.open(node, what, deadline)) {
            case Opening.Open(var session) -> {
                session.limit(Patience.with(what, timeout));
                yield new SessionStream(session);
            }
            case Opening.Not(var why) -> throw ApiException.of(node, why);
        };
    }
}
