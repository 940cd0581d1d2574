package io.herd.docker;

import static java.util.stream.Collectors.joining;

import io.herd.action.Action.FindContainers;
import io.herd.action.Answers;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Matches;
import io.herd.action.Result.Quality;
import io.herd.herd.Resolution;
import io.herd.herd.answer.ContainerLocation;
import java.util.List;

/** Finds the container that a reference means, on whichever node it is. */
record ContainerOwner(Daemons daemons) {

    /**
     * A container that was found.
     *
     * @param warnings of nodes that may have another of the same name
     */
    record Found(ContainerLocation container, List<String> warnings) {}

    /** The same without warnings. */
    ContainerLocation of(String reference) throws ApiException {
        return find(reference).container();
    }

    /**
     * @param reference a full id, a name or a prefix of an id; with {@code NODE/} before it only
     *     there
     */
    Found find(String reference) throws ApiException {
        var place = Places.of(reference, daemons.nodes());
        var answers =
                daemons.find(
                        place.name(),
                        place.nodes(),
                        new FindContainers(place.name()),
                        ContainerOwner::isIt);
        return switch (Resolution.of(answers)) {
            case Resolution.Found(var location, _) -> {
                daemons.lastSeen().saw(location.id(), location.node());
                yield new Found(location, isKnown(answers) ? List.of() : Unheard.warnings(answers));
            }
            case Resolution.NotFound _ ->
                    throw Missing.of("container", reference, answers, daemons);
            case Resolution.Ambiguous(var candidates, _) ->
                    throw ambiguous(place.name(), candidates);
        };
    }

    private static boolean isKnown(Answers answers) {
        return answers.byNode().values().stream().anyMatch(ContainerOwner::isIt);
    }

    // Nobody else has the same id.
    private static boolean isIt(Outcome outcome) {
        return outcome instanceof Done(Matches(var matches))
                && matches.stream().anyMatch(it -> it.quality() == Quality.FULL_ID);
    }

    private static ApiException ambiguous(String name, List<ContainerLocation> candidates) {
        var where = candidates.stream().map(ContainerLocation::toString).collect(joining(", "));
        var byName = candidates.stream().anyMatch(it -> it.name().equals(name));
        return ApiException.badRequest(
                (byName
                                ? "container %s is ambiguous (%s)"
                                : "multiple IDs found with provided prefix: %s (%s)")
                        .formatted(name, where));
    }
}
