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

/** Does something to one container, wherever in the herd it is. */
final class ContainerHandler {

    private final Herd herd;

    ContainerHandler(Herd herd) {
        this.herd = herd;
    }

    /**
     * @param id full id, id prefix, name or {@code NODE/NAME}
     * @param action makes the action out of the full id
     * @param extra how much longer than other requests it may take
     */
    RawJson answer(String id, Function<String, Action> action, Duration extra)
            throws ProblemException, NoSuchNodeException {
        var deeds = herd.act(new Selector.Everyone(), List.of(ref(id)), action, extra);
        return switch (deeds.getFirst()) {
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
        var node = tried.place().node();
        return switch (tried.outcome()) {
            case Done(Document(var body)) ->
                    EnvelopeJson.document(node, Statuses.OK, Instant.now(), body);
            case Done(Nothing _) -> EnvelopeJson.empty(node, Statuses.NO_CONTENT, Instant.now());
            case Object _ -> throw new ProblemException(ListHandler.problem(node, tried.outcome()));
        };
    }

    private static Problem problem(ContainerRef ref, Resolution resolution) {
        return switch (resolution) {
            case Resolution.Ambiguous(var places, _) -> ambiguous(ref, places);
            case Resolution.NotFound(var account) when account.complete() ->
                    new Problem(Statuses.NOT_FOUND, "no such container: " + ref);
            case Resolution.NotFound(var account) ->
                    new Problem(
                            Statuses.NO_ANSWER,
                            "no container '%s' where an answer came from; %s"
                                    .formatted(
                                            ref,
                                            account.failed().entrySet().stream()
                                                    .map(e -> e.getKey() + ": " + e.getValue())
                                                    .collect(joining("; "))),
                            Optional.of(account.failed().firstKey()),
                            List.of());
            case Resolution.Found(var place, _) ->
                    new Problem(Statuses.INTERNAL, "%s was not asked".formatted(place));
        };
    }

    private static Problem ambiguous(ContainerRef ref, List<ContainerLocation> places) {
        var candidates = places.stream().map(ContainerLocation::toString).toList();
        return new Problem(
                Statuses.CONFLICT,
                "'%s' may mean any of %s: use a longer id or NODE/NAME"
                        .formatted(ref, String.join(", ", candidates)),
                Optional.empty(),
                candidates);
    }
}
