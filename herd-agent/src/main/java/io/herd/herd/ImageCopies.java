package io.herd.herd;

import io.herd.action.Action.InspectImage;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.cluster.Cluster;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.Progress;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.ImageJson;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
         * @param from the last that was to give it
         * @param why any outcome but {@link Done}
         */
        record Not(NodeName from, Outcome why) implements Result {}
    }

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
     * Asks all nodes, and copies from those that have it to those that lack it.
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
            var spread = new ImageSpread(new ImageTransfer(cluster, reference, timeout), listener);
            images.byNode()
                    .forEach((node, held) -> {
                        spread.from(node, held.id());
                        if (targets.contains(node)) {
                            results.put(node, new Result.Had(held.id()));
                        }
                    });
            var lacking = without(targets, images.byNode().keySet());
            if (!lacking.isEmpty()) {
                results.putAll(spread.to(lacking));
            }
        }
        return new ImageCopies(reference, ids, coverage, results);
    }

    private static Collection<NodeName> without(Set<NodeName> some, Set<NodeName> others) {
        return some.stream().filter(it -> !others.contains(it)).toList();
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
