package io.herd.docker;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.herd.action.Action.CallDaemon;
import io.herd.action.Answers;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Replied;
import io.herd.api.ApiRequest;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.api.ApiText;
import io.herd.json.docker.ImageJson;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the nodes that have an image. */
record ImageOwner(Daemons daemons) {

    private static final Pattern ID = Pattern.compile("(sha256:)?[0-9a-f]{64}");

    /**
     * A node that has the image.
     *
     * @param id by which its daemon knows it
     */
    record Holder(NodeName node, String id) {}

    /**
     * An image.
     *
     * @param holders those that have it, the own node first; at least one
     * @param silent those that may have it, or to which the reference may mean another
     */
    record Found(List<Holder> holders, Set<NodeName> silent) {

        List<NodeName> nodes() {
            return holders.stream().map(Holder::node).toList();
        }

        /** What to say to whoever asked for it by a name. */
        List<String> warnings() {
            return Unheard.warnings(silent);
        }
    }

    /**
     * What a node has.
     *
     * @param image what it is, whichever id the daemon gives it
     */
    private record Held(String id, Object image) {

        static Held of(String description) {
            var id = ApiText.text(description, "Id").orElse("");
            try {
                return new Held(id, ImageJson.content(new RawJson(description)).or(id));
            } catch (UnexpectedJsonException e) {
                return new Held(id, id);
            }
        }
    }

    /**
     * What a reference means: to the own daemon, else to most. Of the nodes that have it, only the
     * own is told if that is one of them.
     *
     * @throws ApiException.Nowhere when no node has it that answers: to pull it again does no harm
     */
    Found of(String reference) throws ApiException.Nowhere {
        var own = ask(reference, Set.of(daemons.self()));
        if (!held(own).isEmpty()) {
            return meant(reference, own);
        }
        var found = everywhere(reference);
        // Nobody else has the same id.
        return ID.matcher(reference).matches() ? new Found(found.holders(), Set.of()) : found;
    }

    /** The same with all nodes that have it. */
    Found everywhere(String reference) throws ApiException.Nowhere {
        return meant(reference, ask(reference, daemons.nodes()));
    }

    private Found meant(String reference, Answers answers) throws ApiException.Nowhere {
        var all = held(answers);
        var silent = Unheard.of(answers);
        var own = Optional.ofNullable(all.get(daemons.self()));
        if (own.isPresent()) {
            return found(own.get(), all, silent);
        }
        var meant =
                all.values().stream()
                        .collect(groupingBy(Held::image, counting()))
                        .entrySet()
                        .stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey);
        return all.values().stream()
                .filter(it -> meant.equals(Optional.of(it.image())))
                .findFirst()
                .map(it -> found(it, all, silent))
                .orElseThrow(() -> new ApiException.Nowhere("image: " + reference));
    }

    /** The nodes to which a reference means anything. */
    Set<NodeName> all(String reference) {
        return held(ask(reference, daemons.nodes())).keySet();
    }

    private Found found(Held meant, Map<NodeName, Held> all, Set<NodeName> silent) {
        var same = new TreeMap<>(all);
        same.values().removeIf(held -> !held.image().equals(meant.image()));
        var holders =
                daemons.ownFirst(same.keySet()).stream()
                        .flatMap(node ->
                                Stream.ofNullable(same.get(node))
                                        .map(it -> new Holder(node, it.id())))
                        .toList();
        return new Found(holders, silent);
    }

    private Answers ask(String reference, Collection<NodeName> nodes) {
        if (ApiRequest.isOdd(reference)) {
            return Answers.of(Map.of());
        }
        var path = "/images/%s/json".formatted(ApiRequest.encodedPath(reference));
        return daemons.survey().ask(nodes, new CallDaemon(ApiRequest.get(path, "")), _ -> false);
    }

    private static Map<NodeName, Held> held(Answers answers) {
        var held = new TreeMap<NodeName, Held>();
        answers.byNode()
                .forEach((node, outcome) -> {
                    if (outcome instanceof Done(Replied(var response)) && response.ok()) {
                        held.put(node, Held.of(response.body()));
                    }
                });
        return held;
    }
}
