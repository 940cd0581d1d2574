package io.herd.herd;

import io.herd.action.Action;
import io.herd.action.Action.FindContainers;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.cluster.Cluster;
import io.herd.concurrent.Parallel;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.model.ContainerRef;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds containers wherever they are, and acts on them there.
 *
 * @param timeout how long each request may take
 */
record Containers(Cluster cluster, Duration timeout, RollCall roll) {

    Resolution resolve(Selector who, ContainerRef ref) throws NoSuchNodeException {
        if (!ref.node().map(who::admits).orElse(true)) {
            return new Resolution.NotFound(Coverage.none());
        }
        var where = ref.node().<Selector>map(node -> new Selector.Named(Set.of(node))).orElse(who);
        var asking = roll.asking(new FindContainers(ref.text()), Duration.ZERO);
        return resolution(where, asking.apply(roll.nodes(where)), asking);
    }

    private Resolution resolution(
            Selector where, Answers answers, Function<Set<NodeName>, Answers> asking) {
        var found = Resolution.of(answers);
        // Only what is nowhere may be on a node that has just come back, or was on one that is
        // gone.
        return found instanceof Resolution.NotFound
                ? Resolution.of(roll.whole(where, answers, asking))
                : found;
    }

    List<ContainerResult> act(
            Selector who, List<ContainerRef> refs, Function<String, Action> action, Duration extra)
            throws NoSuchNodeException {
        return tried(who, refs, location -> act(location, action, extra));
    }

    ContainerResult rename(Selector who, ContainerRef ref, String name) throws NoSuchNodeException {
        var renaming = Renaming.to(name, cluster, timeout);
        return tried(who, List.of(ref), renaming::of).getFirst();
    }

    private List<ContainerResult> tried(
            Selector who, List<ContainerRef> refs, Function<ContainerLocation, Outcome> step)
            throws NoSuchNodeException {
        for (var ref : refs) {
            if (ref.node().isPresent()) {
                roll.nodes(new Selector.Named(Set.of(ref.node().get())));
            }
        }
        var nodes = roll.nodes(who);
        var lists =
                ContainerLists.costLessFor(refs)
                        ? Optional.of(
                                ContainerLists.of(
                                        roll.asking(ContainerLists.QUESTION, Duration.ZERO)
                                                .apply(nodes)))
                        : Optional.<ContainerLists>empty();
        return Parallel.map(refs, ref -> tried(ref, resolve(who, ref, lists), step));
    }

    private Resolution resolve(Selector who, ContainerRef ref, Optional<ContainerLists> lists)
            throws NoSuchNodeException {
        return lists.isPresent() && ref.node().isEmpty()
                ? resolution(
                        who,
                        lists.get().find(ref.text()),
                        roll.asking(new FindContainers(ref.text()), Duration.ZERO))
                : resolve(who, ref);
    }

    Outcome act(ContainerLocation location, Function<String, Action> action) {
        return act(location, action, Duration.ZERO);
    }

    List<ContainerResult> act(
            List<ContainerLocation> containers, Function<String, Action> action, Duration extra) {
        return Parallel.map(
                containers,
                it ->
                        new ContainerResult.Tried(
                                it.ref(), it, act(it, action, extra), Coverage.none()));
    }

    private Outcome act(
            ContainerLocation location, Function<String, Action> action, Duration extra) {
        return cluster.send(
                location.node(), action.apply(location.id()), Deadline.in(timeout.plus(extra)));
    }

    private static ContainerResult tried(
            ContainerRef ref, Resolution resolution, Function<ContainerLocation, Outcome> step) {
        return switch (resolution) {
            case Resolution.Found(var location, var coverage) ->
                    new ContainerResult.Tried(ref, location, step.apply(location), coverage);
            case Resolution.NotFound none -> new ContainerResult.Unresolved(ref, none);
            case Resolution.Ambiguous several -> new ContainerResult.Unresolved(ref, several);
        };
    }
}
