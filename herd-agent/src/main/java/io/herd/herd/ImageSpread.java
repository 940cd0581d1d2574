package io.herd.herd;

import io.herd.concurrent.Parallel;
import io.herd.herd.ImageCopies.Result;
import io.herd.herd.ImageTransfer.Arrival;
import io.herd.herd.answer.Progress;
import io.herd.model.NodeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Copies an image in rounds: from each node that has it by then to one that lacks it, so that the
 * sources double with each. What does not come from one source is tried with another, once.
 */
public final class ImageSpread {

    private record Source(NodeName node, String id) {}

    private record Pair(Source from, NodeName to) {}

    private record Copied(Pair pair, Arrival arrival) {}

    private final ImageTransfer transfer;
    private final Progress.Listener listener;
    private final List<Source> sources = new ArrayList<>();
    private final Map<NodeName, NodeName> failed = new HashMap<>();
    private final NavigableMap<NodeName, Result> results = new TreeMap<>();

    public ImageSpread(ImageTransfer transfer, Progress.Listener listener) {
        this.transfer = transfer;
        this.listener = listener;
    }

    /**
     * @param id by which that node's daemon knows the image
     */
    public void from(NodeName node, String id) {
        sources.add(new Source(node, id));
    }

    /**
     * @param lacking at least one
     * @return one result for each
     */
    public NavigableMap<NodeName, Result> to(Collection<NodeName> lacking) {
        listener.hear(new Progress.Copying(transfer.reference(), Set.copyOf(lacking)));
        try {
            var waiting = new ArrayDeque<>(lacking);
            while (!waiting.isEmpty()) {
                for (var copied : Parallel.map(round(waiting), this::copied)) {
                    settle(copied, waiting);
                }
            }
            return results;
        } finally {
            listener.hear(new Progress.Ended());
        }
    }

    private List<Pair> round(Deque<NodeName> waiting) {
        var round = new ArrayList<Pair>();
        for (var source : sources) {
            next(source, waiting)
                    .ifPresent(to -> {
                        waiting.remove(to);
                        round.add(new Pair(source, to));
                    });
        }
        return round;
    }

    private Optional<NodeName> next(Source source, Deque<NodeName> waiting) {
        return waiting.stream().filter(to -> !source.node().equals(failed.get(to))).findFirst();
    }

    private Copied copied(Pair pair) {
        var to = pair.to();
        var arrival =
                transfer.of(
                        pair.from().node(),
                        pair.from().id(),
                        to,
                        bytes -> listener.hear(new Progress.Arriving(to, bytes)));
        if (arrival instanceof Arrival.There) {
            listener.hear(new Progress.Pulled(to));
        }
        return new Copied(pair, arrival);
    }

    private void settle(Copied copied, Deque<NodeName> waiting) {
        var from = copied.pair().from().node();
        var to = copied.pair().to();
        switch (copied.arrival()) {
            case Arrival.There(String id) -> {
                from(to, id);
                results.put(to, new Result.Copied(from, id));
            }
            case Arrival.Not(var why) -> {
                if (failed.putIfAbsent(to, from) == null && sources.size() > 1) {
                    waiting.addLast(to);
                } else {
                    listener.hear(new Progress.NotPulled(to));
                    results.put(to, new Result.Not(from, why));
                }
            }
        }
    }
}
