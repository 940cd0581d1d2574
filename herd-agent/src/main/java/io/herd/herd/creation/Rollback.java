package io.herd.herd.creation;

import io.herd.action.Action.RemoveContainer;
import io.herd.cluster.Cluster;
import io.herd.concurrent.Parallel;
import io.herd.herd.answer.Progress;
import io.herd.herd.creation.Instance.Made;
import io.herd.herd.creation.Instance.Undone;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.List;

/** Removes the containers that an order created, because not all of them could be created. */
record Rollback(Cluster cluster, Duration timeout, Progress.Listener listener) {

    List<Instance> of(List<Instance> instances) {
        int own = (int) instances.stream().filter(Rollback::isOwn).count();
        listener.hear(new Progress.Undoing(own));
        return Parallel.map(instances, this::of);
    }

    private Instance of(Instance instance) {
        return instance instanceof Made made && isOwn(made) ? undone(made) : instance;
    }

    // Containers that existed before this attempt may be in use, so they are kept.
    private static boolean isOwn(Instance instance) {
        return instance instanceof Made made && !made.existed();
    }

    private Undone undone(Made made) {
        var remove = new RemoveContainer(made.created().id(), true, true);
        var removal = cluster.send(made.node(), remove, Deadline.in(timeout));
        listener.hear(new Progress.Undone(made.number(), made.node()));
        return new Undone(made, removal);
    }
}
