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

/** Which container a reference means, seen over the whole herd. */
public sealed interface Resolution {

    /** Who was asked for it. */
    Coverage account();

    record Found(ContainerLocation place, Coverage account) implements Resolution {}

    /** None on any node that answered. */
    record NotFound(Coverage account) implements Resolution {}

    /** Several fit equally well. */
    record Ambiguous(List<ContainerLocation> candidates, Coverage account) implements Resolution {}

    /**
     * The best of what all nodes found, in docker's own order: a full id beats a name beats a
     * prefix of an id. It is unique only if no other container of the herd fits as well.
     */
    static Resolution of(Answers answers) {
        var account = Coverage.of(answers);
        for (var quality : Quality.values()) {
            var places = places(answers, quality);
            if (places.size() == 1) {
                return new Found(places.getFirst(), account);
            }
            if (!places.isEmpty()) {
                return new Ambiguous(places, account);
            }
        }
        return new NotFound(account);
    }

    private static List<ContainerLocation> places(Answers answers, Quality quality) {
        var places = new ArrayList<ContainerLocation>();
        answers.byNode()
                .forEach((node, outcome) -> {
                    if (outcome instanceof Done(Matches(var matches))) {
                        matches.stream()
                                .filter(m -> m.quality() == quality)
                                .forEach(m -> places.add(place(node, m)));
                    }
                });
        return List.copyOf(places);
    }

    private static ContainerLocation place(NodeName node, Match match) {
        return new ContainerLocation(node, match.id(), match.name());
    }
}
