package io.herd.herd.creation;

import io.herd.action.Outcome;
import io.herd.concurrent.Parallel;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.creation.ContainerCreator.Tried;
import io.herd.herd.creation.ContainerCreator.Tried.Miss;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Creates instances on several nodes in parallel, on each node as many at once as its daemon can
 * use.
 */
final class NodeWorkers {

    private final ContainerCreator creator;
    private final Announcer announcer;

    NodeWorkers(ContainerCreator creator, Announcer announcer) {
        this.creator = creator;
        this.announcer = announcer;
    }

    /**
     * The work of one thread: a queue of instances of one node, shared with the node's other
     * threads.
     *
     * @param lost why the node is no longer asked, once one of its requests got no answer
     */
    private record Lane(
            NodeName node, Queue<Integer> instances, AtomicReference<Optional<Outcome>> lost) {}

    /** Tries each of the instances once. */
    List<Tried> workOff(PlacementCandidates candidates, List<Integer> instances) {
        return Parallel.map(workers(candidates, instances), this::workOff).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Lane> workers(PlacementCandidates candidates, List<Integer> instances) {
        var plan = candidates.spread(instances.size());
        var queues = new LinkedHashMap<NodeName, Queue<Integer>>();
        for (int i = 0; i < plan.size(); i++) {
            queues.computeIfAbsent(plan.get(i), _ -> new ConcurrentLinkedQueue<>())
                    .add(instances.get(i));
        }
        var workers = new ArrayList<Lane>();
        queues.forEach((node, queue) -> {
            int wanted = Math.min(queue.size(), candidates.lanes(node));
            var lane = new Lane(node, queue, new AtomicReference<>(Optional.empty()));
            workers.addAll(Collections.nCopies(wanted, lane));
        });
        return workers;
    }

    private List<Tried> workOff(Lane lane) {
        var tried = new ArrayList<Tried>();
        for (var instance = lane.instances().poll();
                instance != null;
                instance = lane.instances().poll()) {
            var one = one(lane, instance);
            announcer.tried(one);
            tried.add(one);
        }
        return tried;
    }

    // Waiting for a node that does not answer takes until the deadline: do it only once.
    private Tried one(Lane lane, int instance) {
        var lost = lane.lost().get();
        if (lost.isPresent()) {
            return creator.notSent(lane.node(), instance, lost.get());
        }
        var tried = creator.on(lane.node(), instance);
        if (tried instanceof Miss miss && !Outcomes.answered(miss.attempt().outcome())) {
            lane.lost().set(Optional.of(miss.attempt().outcome()));
        }
        return tried;
    }
}
