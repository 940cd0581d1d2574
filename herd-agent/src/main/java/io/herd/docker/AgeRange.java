package io.herd.docker;

import io.herd.api.ApiRequest;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.api.ApiText;
import io.herd.json.api.NodeDocument;
import io.herd.json.docker.DockerJson;
import io.herd.model.NodeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The filters {@code before} and {@code since} of a list. A daemon knows them only for what it has
 * itself, so that they are applied here.
 *
 * @param path of a description, with the id in it
 * @param others the other filters, as a parameter; empty if there are none
 */
record AgeRange(Daemons daemons, String path, List<Bound> bounds, Optional<String> others) {

    private static final String CONTAINER = "/containers/%s/json";
    private static final String IMAGE = "/images/%s/json";

    /**
     * An end of the range, which is not in it.
     *
     * @param first whether it is the older one
     */
    private record Bound(boolean first, Instant at) {

        boolean admits(Instant moment) {
            return first ? moment.isAfter(at) : moment.isBefore(at);
        }
    }

    /** Finds when something was created. */
    @FunctionalInterface
    private interface Finding {
        Optional<Instant> birth(String reference) throws ApiException;
    }

    /**
     * @throws ApiException when a container that a filter names is nowhere
     */
    static AgeRange ofContainers(Daemons daemons, Optional<String> filters) throws ApiException {
        return of(
                daemons,
                CONTAINER,
                filters,
                reference -> {
                    var there = new ContainerOwner(daemons).of(reference);
                    return birth(daemons, there.node(), CONTAINER, there.id());
                });
    }

    /**
     * @throws ApiException when an image that a filter names is nowhere
     */
    static AgeRange ofImages(Daemons daemons, Optional<String> filters) throws ApiException {
        return of(
                daemons,
                IMAGE,
                filters,
                reference -> {
                    var image = new ImageOwner(daemons).of(reference).holders().getFirst();
                    return birth(daemons, image.node(), IMAGE, image.id());
                });
    }

    private static AgeRange of(
            Daemons daemons, String path, Optional<String> filters, Finding finding)
            throws ApiException {
        var all = filters.flatMap(DockerJson::filters);
        var bounds = new ArrayList<Bound>();
        if (all.isEmpty()) {
            return new AgeRange(daemons, path, bounds, filters);
        }
        var others = new LinkedHashMap<>(all.get());
        for (var word : List.of("before", "since")) {
            var references = others.remove(word);
            for (var reference : references == null ? List.<String>of() : references) {
                finding.birth(reference)
                        .ifPresent(at -> bounds.add(new Bound(word.equals("since"), at)));
            }
        }
        return bounds.isEmpty()
                ? new AgeRange(daemons, path, bounds, filters)
                : new AgeRange(
                        daemons,
                        path,
                        bounds,
                        others.isEmpty()
                                ? Optional.empty()
                                : Optional.of(DockerJson.filters(others)));
    }

    private static Optional<Instant> birth(Daemons daemons, NodeName node, String path, String id)
            throws ApiException {
        var asked = ApiRequest.get(path.formatted(ApiRequest.encodedPath(id)), "");
        return ApiText.moment(daemons.call(node, asked).body(), "Created");
    }

    boolean isAll() {
        return bounds.isEmpty();
    }

    /** What of a daemon's list is in the range. */
    NodeDocument of(NodeDocument part) throws UnexpectedJsonException {
        return isAll() ? part : part.only(it -> admits(part.node(), it));
    }

    private boolean admits(NodeName node, NodeDocument.Listed it) {
        var second = Instant.ofEpochSecond(it.created());
        boolean close =
                bounds.stream().anyMatch(bound -> bound.at().getEpochSecond() == it.created());
        var moment = close ? exactly(node, it.id()).orElse(second) : second;
        return bounds.stream().allMatch(bound -> bound.admits(moment));
    }

    // A list has seconds.
    private Optional<Instant> exactly(NodeName node, String id) {
        try {
            return birth(daemons, node, path, id);
        } catch (ApiException e) {
            return Optional.empty();
        }
    }
}
