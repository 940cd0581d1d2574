package io.herd.herd;

import io.herd.action.Action.InspectImage;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.cluster.Cluster;
import io.herd.concurrent.Parallel;
import io.herd.herd.ImageTransfer.Arrival;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.Progress;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.ImageJson;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The result of bringing an image to nodes from those that have it.
 *
 * @param ids of the images that the reference means on the nodes that have it; more than one, or
 *     none, and nothing was done
 * @param coverage the nodes that were asked whether they have it; not having it is an answer
 * @param results one for each node that was to have it
 */
public record ImageCopies(
        String reference,
        Set<String> ids,
        Coverage coverage,
        NavigableMap<NodeName, ImageCopies.Result> results) {

    public ImageCopies {
        results = Collections.unmodifiableNavigableMap(results);
    }

    /** What became of one node. */
    public sealed interface Result {

        /**
         * It had the image before.
         *
         * @param id by which its daemon knows it
         */
        record Had(String id) implements Result {}

        record Copied(NodeName from, String id) implements Result {}

        /**
         * It has not got it.
         *
         * @param why any outcome but {@link Done}
         */
        record Not(NodeName from, Outcome why) implements Result {}
    }

    /** A node that has it. */
    private record Source(NodeName node, String id) {}

    private record Pair(Source from, NodeName to) {}

    private record Copied(Pair pair, Arrival arrival) {}

    /** What a node has. */
    private record Held(String id, ImageJson.Content content) {

        static Held of(NodeName node, RawJson description) throws UnexpectedJsonException {
            return new Held(
                    ImageJson.described(node, description).id(), ImageJson.content(description));
        }

        // Daemons that keep images in different ways give one image different ids.
        Object image() {
            return content.or(id);
        }
    }

    /**
     * Asks all nodes, and copies from each that has it by then to one that lacks it, so that the
     * sources double with each round.
     *
     * @param timeout for questions, and for the beginning of each copy
     */
    static ImageCopies make(
            Cluster cluster,
            String reference,
            Set<NodeName> everyone,
            Set<NodeName> targets,
            Duration timeout,
            Progress.Listener listener) {
        var question = new InspectImage(reference);
        var found = cluster.gather(everyone, question, Deadline.in(timeout));
        var images = ReadAnswers.of(found, Held::of);
        var byImage = new HashMap<Object, String>();
        images.all().forEach(held -> byImage.putIfAbsent(held.image(), held.id()));
        var ids = new TreeSet<>(byImage.values());
        var coverage = Coverage.of(ImageRemoval.present(images.answers()));
        var results = new TreeMap<NodeName, Result>();
        if (ids.size() == 1) {
            var sources = new ArrayList<Source>();
            images.byNode()
                    .forEach((node, held) -> {
                        sources.add(new Source(node, held.id()));
                        if (targets.contains(node)) {
                            results.put(node, new Result.Had(held.id()));
                        }
                    });
            var lacking = without(targets, images.byNode().keySet());
            if (!lacking.isEmpty()) {
                listener.hear(new Progress.Copying(reference, Set.copyOf(lacking)));
                var copying = new ImageTransfer(cluster, reference, timeout);
                try {
                    spread(sources, lacking, pair -> copied(pair, copying, listener), results);
                } finally {
                    listener.hear(new Progress.Ended());
                }
            }
        }
        return new ImageCopies(reference, ids, coverage, results);
    }

    private static Collection<NodeName> without(Set<NodeName> some, Set<NodeName> others) {
        return some.stream().filter(it -> !others.contains(it)).toList();
    }

    private static void spread(
            List<Source> sources,
            Collection<NodeName> lacking,
            Function<Pair, Copied> copy,
            NavigableMap<NodeName, Result> results) {
        var waiting = new ArrayDeque<>(lacking);
        while (!waiting.isEmpty()) {
            var round = new ArrayList<Pair>();
            for (var source : sources) {
                if (!waiting.isEmpty()) {
                    round.add(new Pair(source, waiting.removeFirst()));
                }
            }
            for (var copied : Parallel.map(round, copy::apply)) {
                var from = copied.pair().from().node();
                var to = copied.pair().to();
                switch (copied.arrival()) {
                    case Arrival.There(String id) -> {
                        sources.add(new Source(to, id));
                        results.put(to, new Result.Copied(from, id));
                    }
                    case Arrival.Not(var why) -> results.put(to, new Result.Not(from, why));
                }
            }
        }
    }

    private static Copied copied(Pair pair, ImageTransfer copying, Progress.Listener listener) {
        var to = pair.to();
        var arrival =
                copying.of(
                        pair.from().node(),
                        pair.from().id(),
                        to,
                        bytes -> listener.hear(new Progress.Arriving(to, bytes)));
        listener.hear(
                switch (arrival) {
                    case Arrival.There _ -> new Progress.Pulled(to);
                    case Arrival.Not _ -> new Progress.NotPulled(to);
                });
        return new Copied(pair, arrival);
    }

    /** One outcome for each node that has not got it. */
    public Answers failures() {
        var failures = new TreeMap<NodeName, Outcome>();
        results.forEach((node, result) -> {
            if (result instanceof Result.Not(_, var why)) {
                failures.put(node, why);
            }
        });
        return Answers.of(failures);
    }
}
