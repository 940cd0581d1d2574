package io.herd.herd;

import io.herd.action.Answers;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Result.Document;
import io.herd.action.Result.Nothing;
import io.herd.herd.answer.Coverage;
import io.herd.herd.answer.Outcomes;
import io.herd.herd.answer.ReadAnswers;
import io.herd.json.docker.ImageJson;
import io.herd.model.NodeName;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The result of removing an image from all nodes that have it.
 *
 * @param ids full ids that the reference matches as a prefix; more than one makes it ambiguous, and
 *     then nothing was done
 * @param coverage the nodes that were asked, and those that did not answer; not having the image
 *     counts as an answer
 * @param outcomes one for each node that has the image
 */
public record ImageRemoval(
        String reference, Set<String> ids, Coverage coverage, Map<NodeName, Outcome> outcomes) {

    static ImageRemoval of(
            String reference, Answers found, Function<Set<NodeName>, Answers> remove) {
        var images = ReadAnswers.of(found, ImageJson::described);
        var owners = images.byNode().keySet();
        var prefixed = new TreeSet<String>();
        images.all().stream()
                .filter(image -> isPrefix(reference, image))
                .forEach(image -> prefixed.add(image.id()));
        var coverage = Coverage.of(present(images.answers()));
        if (owners.isEmpty() || prefixed.size() > 1) {
            return new ImageRemoval(reference, prefixed, coverage, Map.of());
        }
        var outcomes = present(remove.apply(owners)).byNode();
        return new ImageRemoval(reference, prefixed, coverage.and(unanswered(outcomes)), outcomes);
    }

    public boolean ambiguous() {
        return ids.size() > 1;
    }

    /** The same answers, but not having the image counts as done. */
    public static Answers present(Answers answers) {
        var present = new TreeMap<NodeName, Outcome>();
        answers.byNode()
                .forEach((node, outcome) ->
                        present.put(node, missing(outcome) ? new Done(new Nothing()) : outcome));
        return Answers.of(present);
    }

    /** The nodes that have what was asked for. */
    public static NavigableSet<NodeName> owners(Answers found) {
        var owners = new TreeSet<NodeName>();
        found.byNode()
                .forEach((node, outcome) -> {
                    if (outcome instanceof Done(Document _)) {
                        owners.add(node);
                    }
                });
        return owners;
    }

    private static boolean missing(Outcome outcome) {
        return outcome instanceof Failed(var failure) && failure.kind() == Kind.NOT_FOUND;
    }

    // One name may mean different images on different nodes; a prefix of an id means one image.
    private static boolean isPrefix(String reference, ImageJson.Described image) {
        var digits = reference.startsWith("sha256:") ? reference.substring(7) : reference;
        return image.id().startsWith("sha256:" + digits)
                && image.tags().stream()
                        .noneMatch(
                                tag -> tag.equals(reference) || tag.equals(reference + ":latest"));
    }

    static Coverage unanswered(Map<NodeName, Outcome> outcomes) {
        var lost = new TreeMap<>(outcomes);
        lost.values().removeIf(Outcomes::answered);
        return Coverage.of(lost);
    }
}
