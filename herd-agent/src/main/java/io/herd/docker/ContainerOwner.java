package io.herd.docker;

import static java.util.stream.Collectors.joining;

import io.herd.action.Action.FindContainers;
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
     * @param reference a full id, a name or a prefix of an id; with {@code NODE/} before it only
     *     there
     */
    ContainerLocation of(String reference) throws ApiException {
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
                yield location;
            }
            case Resolution.NotFound _ -> throw Missing.of("container: " + reference, answers);
            case Resolution.Ambiguous(var candidates, _) ->
                    throw ambiguous(place.name(), candidates);
        };
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
