package io.herd.gateway;

import static java.util.stream.Collectors.joining;

import io.herd.action.Action;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Document;
import io.herd.action.Result.Nothing;
import io.herd.herd.ContainerResult;
import io.herd.herd.Herd;
import io.herd.herd.Resolution;
import io.herd.herd.answer.ContainerLocation;
import io.herd.herd.answer.NoSuchNodeException;
import io.herd.herd.answer.Selector;
import io.herd.json.wire.EnvelopeJson;
import io.herd.model.ContainerRef;
import io.herd.model.RawJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Handles requests about one container, wherever in the herd it is. */
final class ContainerHandler {

    private final Herd herd;

    ContainerHandler(Herd herd) {
        this.herd = herd;
    }

    /**
     * Finds the container, sends the action to its owner, and returns the answer.
     *
     * @param id full id, id prefix, name or {@code NODE/NAME}
     * @param action makes the action out of the full id
     * @param extra how much longer than other requests it may take
     */
    RawJson answer(String id, Function<String, Action> action, Duration extra)
            throws ProblemException, NoSuchNodeException {
        var results = herd.act(new Selector.Everyone(), List.of(ref(id)), action, extra);
        return switch (results.getFirst()) {
            case ContainerResult.Tried tried -> answer(tried);
            case ContainerResult.Unresolved(var ref, var resolution) ->
                    throw new ProblemException(problem(ref, resolution));
        };
    }

    private static ContainerRef ref(String id) throws ProblemException {
        try {
            return ContainerRef.parse(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Statuses.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static RawJson answer(ContainerResult.Tried tried) throws ProblemException {
        var node = tried.location().node();
        var outcome = tried.outcome();
        if (outcome instanceof Done(Document(var body))) {
            return EnvelopeJson.document(node, Statuses.OK, Instant.now(), body);
        }
        if (outcome instanceof Done(Nothing _)) {
            return EnvelopeJson.empty(node, Statuses.NO_CONTENT, Instant.now());
        }
        throw new ProblemException(ListHandler.problem(node, outcome));
    }

    private static Problem problem(ContainerRef ref, Resolution resolution) {
        return switch (resolution) {
            case Resolution.Ambiguous(var locations, _) -> ambiguous(ref, locations);
            case Resolution.NotFound(var coverage) when coverage.complete() ->
                    new Problem(Statuses.NOT_FOUND, "no such container: " + ref);
            case Resolution.NotFound(var coverage) ->
                    new Problem(
                            Statuses.NO_ANSWER,
                            "no container '%s' where an answer came from; %s"
                                    .formatted(
                                            ref,
                                            coverage.failed().entrySet().stream()
                                                    .map(e -> e.getKey() + ": " + e.getValue())
                                                    .collect(joining("; "))),
                            Optional.of(coverage.failed().firstKey()),
                            List.of());
            case Resolution.Found(var location, _) ->
                    new Problem(Statuses.INTERNAL, "%s was not asked".formatted(location));
        };
    }

    private static Problem ambiguous(ContainerRef ref, List<ContainerLocation> locations) {
        var candidates = locations.stream().map(ContainerLocation::toString).toList();
        return new Problem(
                Statuses.CONFLICT,
                "'%s' may mean any of %s: use a longer id or NODE/NAME"
                        .formatted(ref, String.join(", ", candidates)),
                Optional.empty(),
                candidates);
    }
}
