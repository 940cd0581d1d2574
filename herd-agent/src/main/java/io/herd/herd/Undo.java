package io.herd.herd;

import io.herd.action.Action.RemoveContainer;
import io.herd.cluster.Cluster;
import io.herd.herd.Instance.Made;
import io.herd.herd.Instance.Undone;
import io.herd.model.Deadline;
import java.time.Duration;
import java.util.List;

/** Removes again what was made of an order, since not all of it could be. */
record Undo(Cluster cluster, Duration timeout, Progress.Listener listener) {

    List<Instance> of(List<Instance> instances) {
        int own = (int) instances.stream().filter(Undo::isOwn).count();
        listener.hear(new Progress.Undoing(own));
        return Parallel.map(instances, this::of);
    }

    private Instance of(Instance instance) {
        return instance instanceof Made made && isOwn(made) ? undone(made) : instance;
    }

    // What was there before this attempt may be in use; it is not this attempt's to remove.
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
