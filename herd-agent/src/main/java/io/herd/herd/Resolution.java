package io.herd.herd;

import io.herd.action.Answers;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Match;
import io.herd.action.Result.Matches;
import io.herd.action.Result.Quality;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.Coverage;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of resolving a container reference over the nodes asked: found, not found or
 * ambiguous.
 */
public sealed interface Resolution {

    /** The nodes that were asked, and those that did not answer. */
    Coverage coverage();

    record Found(ContainerLocation location, Coverage coverage) implements Resolution {}

    /** No node that answered has such a container. */
    record NotFound(Coverage coverage) implements Resolution {}

    /** Several containers match equally well. */
    record Ambiguous(List<ContainerLocation> candidates, Coverage coverage) implements Resolution {}

    /**
     * Picks the best match of all nodes, in docker's own order: a full id beats a name beats a
     * prefix of an id. Ambiguous if several containers match equally well.
     */
    static Resolution of(Answers answers) {
        var coverage = Coverage.of(answers);
        for (var quality : Quality.values()) {
            var locations = locations(answers, quality);
            if (locations.size() == 1) {
                return new Found(locations.getFirst(), coverage);
            }
            if (!locations.isEmpty()) {
                return new Ambiguous(locations, coverage);
            }
        }
        return new NotFound(coverage);
    }

    private static List<ContainerLocation> locations(Answers answers, Quality quality) {
        var locations = new ArrayList<ContainerLocation>();
        answers.byNode()
                .forEach((node, outcome) -> {
                    if (outcome instanceof Done(Matches(var matches))) {
                        matches.stream()
                                .filter(m -> m.quality() == quality)
                                .forEach(m -> locations.add(location(node, m)));
                    }
                });
        return List.copyOf(locations);
    }

    private static ContainerLocation location(NodeName node, Match match) {
        return new ContainerLocation(node, match.id(), match.name());
    }
}
