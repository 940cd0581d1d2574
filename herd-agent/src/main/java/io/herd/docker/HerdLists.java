package io.herd.docker;

import io.herd.action.Action.CallDaemon;
import io.herd.action.Outcome.Done;
import io.herd.action.Result.Replied;
import io.herd.api.ApiRequest;
import io.herd.api.ApiResponse;
import io.herd.concurrent.Background;
import io.herd.json.UnexpectedJsonException;
import io.herd.json.api.HerdContainers;
import io.herd.json.api.HerdImages;
import io.herd.json.api.HerdInfo;
import io.herd.json.api.HerdResources;
import io.herd.json.api.NodeDocument;
import io.herd.json.api.NodeLabel;
import io.herd.json.api.Summed;
import io.herd.model.NodeName;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Answers that are made of those of all daemons. */
record HerdLists(HerdApi api) {

    private static final System.Logger LOG = System.getLogger("io.herd.docker");
    private static final String FILTERS = "filters";

    ApiResponse containers(ApiRequest request) throws ApiException {
        int limit = limit(request);
        var range = AgeRange.ofContainers(api.daemons(), request.parameter(FILTERS));
        var gathering = gather(within(range, request, limit));
        var containers = new HerdContainers();
        gathering.each(part -> containers.add(range.of(part)));
        return gathering.answer(containers.list(limit));
    }

    // The youngest of a daemon may all be out of the range. A limit means those that are stopped,
    // too.
    private static ApiRequest within(AgeRange range, ApiRequest request, int limit) {
        var within = request.with(FILTERS, range.others());
        return range.isAll() || limit < 0
                ? within
                : within.with("limit", Optional.empty()).with("all", Optional.of("1"));
    }

    // Whatever is not positive means no limit.
    private static int limit(ApiRequest request) throws ApiException {
        var limit = request.parameter("limit");
        try {
            int most = Integer.parseInt(limit.orElse("0"));
            return most > 0 ? most : -1;
        } catch (NumberFormatException e) {
            throw ApiException.badRequest("invalid limit '%s'".formatted(limit.orElse("")));
        }
    }

    ApiResponse images(ApiRequest request) throws ApiException {
        var range = AgeRange.ofImages(api.daemons(), request.parameter(FILTERS));
        var gathering = gather(request.with(FILTERS, range.others()));
        var images = new HerdImages();
        gathering.each(part -> images.add(range.of(part)));
        return gathering.answer(images.list());
    }

    ApiResponse networks(ApiRequest request) throws ApiException {
        var gathering = gather(request);
        var networks = new HerdResources();
        gathering.each(networks::addNetworks);
        return gathering.answer(networks.networkList());
    }

    ApiResponse volumes(ApiRequest request) throws ApiException {
        var gathering = gather(request);
        var volumes = new HerdResources();
        gathering.each(volumes::addVolumes);
        gathering.missing().forEach((node, why) -> volumes.warn(node + ": " + why));
        return gathering.answer(volumes.volumeList());
    }

    /** Reports of numbers and lists, such as of what was removed. */
    ApiResponse sum(ApiRequest request) throws ApiException {
        var gathering = gather(request);
        return gathering.answer(read(() -> Summed.of(gathering.parts())));
    }

    ApiResponse info(ApiRequest request) throws ApiException {
        var images = Background.startVirtual("herd-docker-images", this::differentImages);
        var gathering = Gathering.of(api, api.daemons().nodes(), request);
        Map<String, String> missing = new TreeMap<>();
        gathering.missing().forEach((node, why) -> missing.put(node.value(), why));
        int different = images.await();
        return gathering.answer(
                read(() -> HerdInfo.of(api.herd(), gathering.parts(), missing, different)));
    }

    /** How many different images those have that answer. */
    private int differentImages() {
        var images = new HerdImages();
        api.daemons()
                .survey()
                .ask(
                        api.daemons().nodes(),
                        new CallDaemon(ApiRequest.get("/images/json", "all=1")),
                        _ -> false)
                .byNode()
                .forEach((node, outcome) -> {
                    if (outcome instanceof Done(Replied(var response)) && response.ok()) {
                        add(images, api.document(node, response));
                    }
                });
        return images.count();
    }

    private static void add(HerdImages images, NodeDocument part) {
        try {
            images.add(part);
        } catch (UnexpectedJsonException e) {
            LOG.log(Level.DEBUG, "cannot count the images of " + part.node(), e);
        }
    }

    private Gathering gather(ApiRequest request) throws ApiException {
        var scope = NodeLabel.scope(request.parameter(FILTERS));
        var nodes = scope.nodes().isEmpty() ? api.daemons().nodes() : scoped(scope);
        return Gathering.of(api, nodes, request.with(FILTERS, scope.others()));
    }

    private Set<NodeName> scoped(NodeLabel.Scope scope) {
        var named = api.daemons().nodes();
        named.removeIf(it -> !scope.nodes().contains(it.value()));
        return named;
    }

    @FunctionalInterface
    private interface Reading {
        String read() throws UnexpectedJsonException;
    }

    private static String read(Reading reading) throws ApiException {
        try {
            return reading.read();
        } catch (UnexpectedJsonException e) {
            throw ApiException.unreadable(e);
        }
    }
}
