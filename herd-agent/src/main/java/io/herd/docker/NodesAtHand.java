package io.herd.docker;

import static java.util.stream.Collectors.toCollection;

import io.herd.action.Action;
import io.herd.action.Action.CallDaemon;
import io.herd.action.Action.DescribeNode;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Described;
import io.herd.action.Result.Replied;
import io.herd.api.ApiRequest;
import io.herd.concurrent.Background;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.api.NodeContainers;
import io.herd.json.api.NodeDocument;
import io.herd.model.DaemonState;
import io.herd.model.NodeInfo;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of the herd, and what they have.
 *
 * @param infos of all whose agents have answered
 * @param containers of all whose daemons have answered
 * @param all who were asked
 */
record NodesAtHand(
        Map<NodeName, NodeInfo> infos,
        Map<NodeName, NodeContainers> containers,
        Set<NodeName> all) {

    static NodesAtHand of(Daemons daemons) {
        var containers = Background.startVirtual("herd-docker-list", () -> containers(daemons));
        return new NodesAtHand(infos(daemons), containers.await(), daemons.nodes());
    }

    /** The same without their containers. */
    static NodesAtHand alone(Daemons daemons) {
        return new NodesAtHand(infos(daemons), Map.of(), daemons.nodes());
    }

    private static Map<NodeName, NodeInfo> infos(Daemons daemons) {
        var infos = new TreeMap<NodeName, NodeInfo>();
        ask(daemons, new DescribeNode())
                .byNode()
                .forEach((node, outcome) -> {
                    if (outcome instanceof Done(Described(var info))) {
                        infos.put(node, info);
                    }
                });
        return infos;
    }

    private static Map<NodeName, NodeContainers> containers(Daemons daemons) {
        var containers = new TreeMap<NodeName, NodeContainers>();
        ask(daemons, new CallDaemon(ApiRequest.get("/containers/json", "all=1")))
                .byNode()
                .forEach((node, outcome) ->
                        read(node, outcome).ifPresent(it -> containers.put(node, it)));
        return containers;
    }

    private static Answers ask(Daemons daemons, Action action) {
        return daemons.survey().ask(daemons.nodes(), action, _ -> false);
    }

    private static Optional<NodeContainers> read(NodeName node, Outcome outcome) {
        try {
            return outcome instanceof Done(Replied(var response)) && response.ok()
                    ? Optional.of(NodeContainers.of(new NodeDocument(node, "", response.body())))
                    : Optional.empty();
        } catch (UnexpectedJsonException e) {
            return Optional.empty();
        }
    }

    /** Those that may take something new. */
    Set<NodeName> candidates() {
        return infos.entrySet().stream()
                .filter(it -> it.getValue().pool() == Pool.REGISTERED)
                .filter(it -> it.getValue().daemon() instanceof DaemonState.Up)
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }

    /** Those whose containers are not known, though their daemons may be well. */
    Set<NodeName> silent() {
        var silent = new TreeSet<>(all);
        silent.removeAll(containers.keySet());
        silent.removeIf(it -> isDown(infos.get(it)));
        return silent;
    }

    private static boolean isDown(@Nullable NodeInfo info) {
        return info != null && info.daemon() instanceof DaemonState.Down;
    }

    /** How many containers a candidate has. */
    int count(NodeName node) {
        var info = infos.get(node);
        return info != null && info.daemon() instanceof DaemonState.Up up ? up.containers() : 0;
    }

    /**
     * The one of these that has the fewest containers.
     *
     * @param equals which of those that have as many
     */
    NodeName fewest(Collection<NodeName> some, Comparator<NodeName> equals) {
        return some.stream()
                .min(Comparator.comparingInt(this::count).thenComparing(equals))
                .orElseThrow();
    }

    private long inGroup(NodeName node, String group) {
        var its = containers.get(node);
        return its == null ? 0 : its.inGroup(group);
    }

    /** The one of these that has the most of a group; empty if none has any. */
    Optional<NodeName> mostOf(String group, Set<NodeName> some) {
        return some.stream()
                .max(Comparator.comparingLong(it -> inGroup(it, group)))
                .filter(it -> inGroup(it, group) > 0);
    }

    boolean holds(NodeName node, Set<Integer> ports) {
        var its = containers.get(node);
        return its != null && ports.stream().anyMatch(its::holds);
    }

    Map<String, String> labels(NodeName node) {
        var info = infos.get(node);
        return info == null ? Map.of() : info.labels();
    }
}
