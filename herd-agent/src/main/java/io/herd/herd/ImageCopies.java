package io.herd.herd;

import io.herd.action.Action.InspectImage;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.cluster.Cluster;
import io.herd.concurrent.Parallel;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.docker.ImageJson;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The result of bringing an image to nodes from those that have it.
 *
 * @param ids what the reference means on the nodes that have it; more than one, or none, and
 *     nothing was done
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

        /** It had the image before. */
        record Had() implements Result {}

        record Copied(NodeName from) implements Result {}

        /**
         * It has not got it.
         *
         * @param why any outcome but {@link Done}
         */
        record Not(NodeName from, Outcome why) implements Result {}
    }

    private record Pair(NodeName from, NodeName to) {}

    private record Copied(Pair pair, Outcome outcome) {}

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
            Duration timeout) {
        var question = new InspectImage(reference);
        var found = cluster.gather(everyone, question, Deadline.in(timeout));
        var images = ReadAnswers.of(found, ImageJson::described);
        var ids = new TreeSet<String>();
        images.all().forEach(image -> ids.add(image.id()));
        var coverage = Coverage.of(ImageRemoval.present(images.answers()));
        var results = new TreeMap<NodeName, Result>();
        if (ids.size() == 1) {
            var having = images.byNode().keySet();
            targets.stream()
                    .filter(having::contains)
                    .forEach(it -> results.put(it, new Result.Had()));
            var copy = new ImageTransfer(cluster, ids.first(), reference, timeout);
            spread(having, without(targets, having), copy, results);
        }
        return new ImageCopies(reference, ids, coverage, results);
    }

    private static Collection<NodeName> without(Set<NodeName> some, Set<NodeName> others) {
        return some.stream().filter(it -> !others.contains(it)).toList();
    }

    private static void spread(
            Collection<NodeName> having,
            Collection<NodeName> lacking,
            ImageTransfer copy,
            NavigableMap<NodeName, Result> results) {
        var sources = new ArrayList<>(having);
        var waiting = new ArrayDeque<>(lacking);
        while (!waiting.isEmpty()) {
            var round = new ArrayList<Pair>();
            for (var source : sources) {
                if (!waiting.isEmpty()) {
                    round.add(new Pair(source, waiting.removeFirst()));
                }
            }
            for (var copied : copied(round, copy)) {
                var pair = copied.pair();
                if (copied.outcome() instanceof Done) {
                    sources.add(pair.to());
                    results.put(pair.to(), new Result.Copied(pair.from()));
                } else {
                    results.put(pair.to(), new Result.Not(pair.from(), copied.outcome()));
                }
            }
        }
    }

    private static List<Copied> copied(List<Pair> round, ImageTransfer copy) {
        return Parallel.map(round, it -> new Copied(it, copy.of(it.from(), it.to())));
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
