package io.herd.herd;

import static java.util.stream.Collectors.toMap;

import io.herd.action.Streaming;
import io.herd.cluster.Cluster;
import io.herd.concurrent.Parallel;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.model.ContainerRef;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import io.herd.stream.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Opens streams to containers and nodes.
 *
 * @param timeout how long the beginning of each may take, and its silence
 */
record Streams(Cluster cluster, Duration timeout, RollCall roll, Containers containers) {

    Opened open(Selector who, ContainerRef ref, Function<String, Streaming> what)
            throws NoSuchNodeException {
        return switch (containers.resolve(who, ref)) {
            case Resolution.Found(var location, var coverage) ->
                    open(ref, location, what.apply(location.id()), coverage);
            case Resolution.NotFound none ->
                    new Opened.Not(new ContainerResult.Unresolved(ref, none));
            case Resolution.Ambiguous several ->
                    new Opened.Not(new ContainerResult.Unresolved(ref, several));
        };
    }

    List<Opened> open(Selector who, List<ContainerRef> refs, Function<String, Streaming> what)
            throws NoSuchNodeException {
        return Parallel.map(refs, ref -> open(who, ref, what));
    }

    Opened open(ContainerRef ref, ContainerLocation location, Streaming what) {
        return open(ref, location, what, Coverage.none());
    }

    List<Opened> open(List<ContainerLocation> containers, Function<String, Streaming> what) {
        return Parallel.map(containers, it -> open(it.ref(), it, what.apply(it.id())));
    }

    private Opened open(
            ContainerRef ref, ContainerLocation location, Streaming what, Coverage coverage) {
        return switch (open(location.node(), what)) {
            case Opening.Open(var session) -> new Opened.Flowing(ref, location, session, coverage);
            case Opening.Not(var why) ->
                    new Opened.Not(new ContainerResult.Tried(ref, location, why, coverage));
        };
    }

    Map<NodeName, Opening> open(Selector who, Streaming what) throws NoSuchNodeException {
        var openings = new TreeMap<>(open(who, roll.nodes(who), _ -> what));
        var others = roll.others(who, openings.keySet());
        openings.putAll(open(who, RollCall.names(others.members()), _ -> what));
        RollCall.gone(others).forEach((node, why) -> openings.put(node, new Opening.Not(why)));
        return openings;
    }

    Map<NodeName, Opening> open(
            Selector who, Set<NodeName> some, Function<NodeName, Streaming> what) {
        return open(some.stream().filter(who::admits).collect(toMap(node -> node, what)));
    }

    // Once begun, a stream has no deadline, so its silence is limited instead.
    private Opening open(NodeName node, Streaming what) {
        var opening = cluster.open(node, what, Deadline.in(timeout));
        if (opening instanceof Opening.Open(var session)) {
            session.limit(Patience.with(what, timeout));
        }
        return opening;
    }

    Map<NodeName, Opening> open(Map<NodeName, Streaming> streams) {
        var nodes = List.copyOf(streams.keySet());
        var openings =
                Parallel.map(
                        List.copyOf(streams.entrySet()), it -> open(it.getKey(), it.getValue()));
        var byNode = new TreeMap<NodeName, Opening>();
        for (int i = 0; i < nodes.size(); i++) {
            byNode.put(nodes.get(i), openings.get(i));
        }
        return byNode;
    }
}
