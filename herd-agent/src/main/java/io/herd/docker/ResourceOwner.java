package io.herd.docker;

import static java.util.stream.Collectors.joining;

import io.herd.action.Action.CallDaemon;
import io.herd.action.Answers;
import io.herd.action.Failure.Kind;
import io.herd.action.Outcome;
import io.herd.action.Outcome.Done;
import io.herd.action.Outcome.Failed;
import io.herd.action.Result.Replied;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.json.api.ApiText;
import io.herd.model.NodeName;
import io.herd.model.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the node that has a network or a volume. */
record ResourceOwner(HerdApi api, ResourceKind kind) {

    // Every daemon has these: those of the own are meant.
    private static final Set<String> PREDEFINED = Set.of("bridge", "host", "none", "default");

    /**
     * Where it is.
     *
     * @param name by which the daemon there knows it
     * @param description the daemon's
     */
    record Place(NodeName node, String name, ApiResponse description) {

        boolean isNamed(String name) {
            return ApiText.text(description.body(), "Name").equals(Optional.of(name));
        }

        @Override
        public String toString() {
            return node + "/" + name;
        }
    }

    /**
     * A network or a volume that was found.
     *
     * @param warnings of nodes that may have another of the same name
     */
    record Found(Place place, List<String> warnings) {}

    /** The one that is meant. */
    Found of(String reference) throws ApiException {
        var answers = ask(reference);
        var places = some(reference, answers);
        if (places.size() == 1) {
            return new Found(
                    places.getFirst(),
                    isKnown(reference, answers) ? List.of() : Unheard.warnings(answers));
        }
        throw ambiguous(reference, places);
    }

    /** All that could be meant, as far as nodes answer. */
    List<Place> all(String reference) {
        return best(reference, ask(reference));
    }

    /** The same, and there is at least one. */
    List<Place> some(String reference) throws ApiException {
        return some(reference, ask(reference));
    }

    private List<Place> some(String reference, Answers answers) throws ApiException {
        var places = best(reference, answers);
        if (places.isEmpty()) {
            throw none(reference, answers);
        }
        return places;
    }

    private Answers ask(String reference) {
        var places = places(reference);
        var question = new CallDaemon(ApiRequest.get(path(places.name()), ""));
        return api.daemons().survey().ask(places.nodes(), question, it -> isIt(it, places.name()));
    }

    private Places places(String reference) {
        return kind == ResourceKind.NETWORK && PREDEFINED.contains(reference)
                ? new Places(Set.of(api.daemons().self()), reference)
                : Places.of(reference, api.daemons().nodes());
    }

    private String path(String name) {
        var collection = kind == ResourceKind.NETWORK ? "/networks/" : "/volumes/";
        return collection + ApiRequest.encodedPath(name);
    }

    private boolean isKnown(String reference, Answers answers) {
        var name = places(reference).name();
        return answers.byNode().values().stream().anyMatch(it -> isIt(it, name));
    }

    private boolean isIt(Outcome outcome, String reference) {
        return reference.length() == 64
                && outcome instanceof Done(Replied(var response))
                && reference.equals(ApiText.text(response.body(), "Id").orElse(""));
    }

    /** Id before name before prefix; what has one id is one. */
    private List<Place> best(String reference, Answers answers) {
        var name = places(reference).name();
        var byRank = new TreeMap<Integer, List<Place>>();
        var ids = new ArrayList<String>();
        for (var node : api.daemons().ownFirst(answers.byNode().keySet())) {
            if (answers.of(node) instanceof Done(Replied(var found)) && found.ok()) {
                var id = ApiText.text(found.body(), "Id");
                if (id.isEmpty() || !ids.contains(id.get())) {
                    id.ifPresent(ids::add);
                    byRank.computeIfAbsent(rank(name, found), _ -> new ArrayList<>())
                            .add(new Place(node, name, found));
                }
            }
        }
        return byRank.isEmpty() ? List.of() : byRank.firstEntry().getValue();
    }

    private static int rank(String name, ApiResponse found) {
        if (ApiText.text(found.body(), "Id").equals(Optional.of(name))) {
            return 0;
        }
        return ApiText.text(found.body(), "Name").equals(Optional.of(name)) ? 1 : 2;
    }

    private ApiException none(String reference, Answers answers) {
        // It may be another's, or ambiguous on one node: that says more than that there is none.
        for (var node : answers.byNode().entrySet()) {
            if (node.getValue() instanceof Failed(var failure)
                    && failure.kind() == Kind.FORBIDDEN) {
                return ApiException.of(node.getKey(), failure);
            }
            if (node.getValue() instanceof Done(Replied(var response))
                    && response.head().status() == ApiException.BAD_REQUEST) {
                return ApiException.badRequest(
                        Errors.at(node.getKey(), api.daemons().self(), response));
            }
        }
        return Missing.of(kind.word(), reference, answers, api.daemons());
    }

    private ApiException ambiguous(String reference, List<Place> places) {
        return ApiException.badRequest(
                "%s %s is ambiguous (%d matches found%s: %s)"
                        .formatted(
                                kind.word(),
                                reference,
                                places.size(),
                                kind == ResourceKind.NETWORK ? " on name" : "",
                                places.stream().map(Place::toString).collect(joining(", "))));
    }
}
